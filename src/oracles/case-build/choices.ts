import type { Exchange } from '../../facts/case-file.ts';
import { delegateOf, done, isPractice } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import { refused } from '../answers.ts';
import { delegateCallChecks, onCall } from '../check.ts';
import { ACCEPTED, asValue, atLeast, includes, PRESENT } from '../value.ts';
import { memberByKeys } from './starts.ts';

/** Members, sites and types of cancer that a case is built from. Training, Member Information & Case Details and Site Selection. */
export const choices = delegateCallChecks({
  'case.member.lookup-three-keys': (call, facts) => {
    if (call.op !== 'find-case-member' || !isPractice(facts, call.actor) || call.status === 401) return null;
    const member = memberByKeys(facts, call.query);
    if (!member) return refused(call, { given: { keysMatching: 'not all three' } });
    return onCall(
      call,
      { answer: ACCEPTED, member: member.id },
      { answer: call.status, member: text(call.answer.id) },
      { given: { keysMatching: 'all three' } },
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
    const found = list(call.answer.sites).map((row) => text(fields(row).id) ?? '');
    return onCall(
      call,
      { sites: expected.map(({ id }) => id).sort() },
      { sites: found.sort() },
      { given: { search: asValue(call.query) } },
    );
  },
  'case.type.cancer-type-code-list': (call) => {
    const listed = codeList(call);
    return (
      listed &&
      onCall(
        call,
        { cancerTypes: includes('RCBREA'), numberOfCancerTypes: atLeast(23) },
        { cancerTypes: listed.codes, numberOfCancerTypes: listed.codes.length },
      )
    );
  },
  'scope.request.other-and-noncancer-types-offered': (call) => {
    const listed = codeList(call);
    return (
      listed &&
      onCall(
        call,
        { cancerTypes: includes('RCNONC'), otherCancerTypes: PRESENT },
        {
          cancerTypes: listed.codes,
          otherCancerTypes: listed.descriptions.filter((one) => /other cancer/i.test(one)),
        },
      )
    );
  },
});

type Listed = { readonly codes: readonly string[]; readonly descriptions: readonly string[] };

/** The codes, each once, and the descriptions of a list of types of cancer. */
function codeList(call: Exchange): Listed | null {
  if (call.op !== 'list-cancer-types' || !done(call)) return null;
  const rows = list(call.answer.cancerTypes).map(fields);
  const codes = new Set(rows.map(({ code }) => text(code) ?? '').filter((code) => /^RC[A-Z]{4}$/.test(code)));
  return { codes: [...codes], descriptions: rows.map(({ description }) => text(description) ?? '') };
}
