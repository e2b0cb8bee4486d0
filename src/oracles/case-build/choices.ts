import type { Exchange } from '../../facts/case-file.ts';
import { delegateOf, done, isPractice } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import { delegateCallChecks, type Seen } from '../check.ts';
import { shown } from '../seen.ts';
import { memberByKeys } from './starts.ts';

/** Members, sites and types of cancer that a case is built from. Training, Member Information & Case Details and Site Selection. */
export const choices = delegateCallChecks({
  'case.member.lookup-three-keys': (call, facts) => {
    if (call.op !== 'find-case-member' || !isPractice(facts, call.actor) || call.status === 401) return null;
    const member = memberByKeys(facts, call.query);
    const found = done(call) && call.answer.id === member?.id;
    return shown(
      call,
      member ? found : !done(call),
      `${member ? 'All' : 'Not all'} three keys match; the answer was ${call.status}.`,
    );
  },
  'case.site.search-fields': (call, facts) => {
    if (call.op !== 'find-treatment-sites' || !done(call)) return null;
    const { npi, tin, zip, city, name, match } = call.query;
    const lower = (value: unknown): string => (text(value) ?? '').trim().toLowerCase();
    const expected = (delegateOf(facts).delegation?.sites ?? []).filter(
      (site) =>
        (npi === undefined || site.npi === npi) &&
        (tin === undefined || site.tin === tin) &&
        (zip === undefined || site.zip === zip) &&
        (city === undefined || lower(site.city) === lower(city)) &&
        (name === undefined ||
          (match === 'starts-with'
            ? lower(site.name).startsWith(lower(name))
            : lower(site.name) === lower(name))),
    );
    const found = list(call.answer.sites).map((row) => fields(row).id);
    return shown(
      call,
      expected.length === found.length && expected.every(({ id }) => found.includes(id)),
      `${expected.length} sites match; ${found.length} were found.`,
    );
  },
  'case.type.cancer-type-code-list': (call) =>
    codeList(call, (codes) => codes.has('RCBREA') && codes.size >= 23),
  'scope.request.other-and-noncancer-types-offered': (call) =>
    codeList(call, (codes, words) => codes.has('RCNONC') && words.some((one) => /other cancer/i.test(one))),
});

function codeList(
  call: Exchange,
  holds: (codes: ReadonlySet<string>, words: readonly string[]) => boolean,
): Seen | null {
  if (call.op !== 'list-cancer-types' || !done(call)) return null;
  const rows = list(call.answer.cancerTypes).map(fields);
  const codes = new Set(rows.map(({ code }) => text(code) ?? '').filter((code) => /^RC[A-Z]{4}$/.test(code)));
  const words = rows.map(({ description }) => text(description) ?? '');
  return shown(call, holds(codes, words), `${codes.size} types are listed.`);
}
