import type { CaseRow } from '../../contract/index.ts';
import { PROGRAMS } from '../../contract/index.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { type CaseFileState, delegationOf } from '../delegate/state.ts';
import { dateOf } from '../delegate/windows.ts';
import type { Handler } from '../http/delegate-acts.ts';
import type { DelegateCall } from '../http/delegate-session.ts';
import { parseQuery, problemAnswer, success } from '../http/exchange.ts';
import { caseRow, stateNow } from './views.ts';

type Query = Readonly<Record<string, string | undefined>>;
const PAGE = 10;

const withQuery =
  (answer: (query: Query, call: DelegateCall) => Answer): Handler =>
  (call) => {
    const query = parseQuery(call);
    return isRefusal(query) ? problemAnswer(query) : answer(query as Query, call);
  };

const lower = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

/** The cases that a user, or staff, may see. */
const ownCases = ({ host, actor, rules }: DelegateCall): CaseFileState[] =>
  [...host.state.delegate.cases.values()].filter((file) =>
    rules.gates.seeCase(file, actor.kind === 'practice' ? actor.user : null),
  );

const rowsOf = (call: DelegateCall, files: readonly CaseFileState[], page = 1): Answer => {
  const rows: CaseRow[] = files.map((file) => caseRow(call.host.state, file, call.rules));
  const pages = Math.ceil(rows.length / PAGE);
  return success(call.operation, {
    cases: rows.slice((page - 1) * PAGE, page * PAGE),
    total: rows.length,
    page,
    pages,
  });
};

const byLast = (one: CaseFileState, other: CaseFileState): number =>
  (other.submittedAt ?? 0) - (one.submittedAt ?? 0) || (one.id < other.id ? 1 : -1);

/** Lists and look-ups of the delegate’s portal. */
export const DELEGATE_LISTS = {
  'list-programs': (call) => success(call.operation, { programs: [...PROGRAMS] }),
  'list-cancer-types': (call) =>
    success(call.operation, {
      cancerTypes: delegationOf(call.host.state).cancerTypes.map(({ code, description }) => ({
        code,
        description,
      })),
    }),
  'find-practitioners': withQuery(({ npi, state, zip }, call) =>
    success(call.operation, {
      practitioners: delegationOf(call.host.state)
        .practitioners.filter((one) => one.npi === npi && one.state === state && one.zip === zip)
        .map(({ id, name, npi: number, state: place, zip: code, addresses }) => ({
          id,
          name,
          npi: number,
          state: place,
          zip: code,
          addresses,
        })),
    }),
  ),
  'find-case-member': withQuery(({ id = '', birthDate, lastName }, call) => {
    const { state } = call.host;
    const member = state.members.get(id);
    if (!member || member.birthDate !== birthDate || lower(member.lastName) !== lower(lastName))
      return problemAnswer(refuse('not-found', 'No member has this id, birth date and last name.'));
    const today = dateOf(call.rules.pack, state.now);
    const eligible = member.coverage.some(
      ({ from, to }) => from <= today && (to === undefined || today <= to),
    );
    const { firstName, lastName: name, lineOfBusiness } = member;
    return success(call.operation, { id, firstName, lastName: name, birthDate, lineOfBusiness, eligible });
  }),
  'find-treatment-sites': withQuery(({ npi, tin, zip, city, name, match }, call) => {
    if ([npi, tin, zip, city, name].every((one) => one === undefined || one.trim() === ''))
      return problemAnswer(refuse('malformed', 'Give an NPI, a TIN, a zip, a city or a name.'));
    const named = (own: string): boolean =>
      match === 'starts-with' ? lower(own).startsWith(lower(name)) : lower(own) === lower(name);
    const sites = delegationOf(call.host.state).sites.filter(
      (site) =>
        (npi === undefined || site.npi === npi) &&
        (tin === undefined || site.tin === tin) &&
        (zip === undefined || site.zip === zip) &&
        (city === undefined || lower(site.city) === lower(city)) &&
        (name === undefined || named(site.name)),
    );
    return success(call.operation, { sites });
  }),
  'list-cases-in-progress': (call) =>
    rowsOf(
      call,
      ownCases(call).filter((file) =>
        ['in-progress', 'saved'].includes(stateNow(call.host.state, file, call.rules)),
      ),
    ),
  'list-cases': withQuery(({ search, caseNumber, state, page }, call) => {
    const { host, rules } = call;
    const files = ownCases(call)
      .filter(({ submittedAt }) => submittedAt !== null)
      .sort(byLast)
      .filter((file) => {
        const row = caseRow(host.state, file, rules);
        const words = Object.values(row).map((one) => lower(String(one)));
        return (
          (caseNumber === undefined || row.caseNumber === caseNumber) &&
          (state === undefined || row.state === state) &&
          (search === undefined || words.some((one) => one.includes(lower(search))))
        );
      });
    return rowsOf(call, files, Math.max(1, Number(page ?? 1)));
  }),
  'look-up-authorization': withQuery((query, call) => {
    const { host, rules } = call;
    const { authorization, npi, memberId, birthDate, lastName, caseNumber } = query;
    const byNumber = authorization !== undefined && npi !== undefined;
    const byMember = memberId !== undefined && birthDate !== undefined && lastName !== undefined;
    if (!byNumber && !byMember && caseNumber === undefined)
      return problemAnswer(
        refuse(
          'malformed',
          'Look up by authorization and NPI, by member id, birth date and name, or by case.',
        ),
      );
    const files = ownCases(call)
      .filter(({ submittedAt }) => submittedAt !== null)
      .sort(byLast)
      .filter((file) => {
        const row = caseRow(host.state, file, rules);
        const member = host.state.members.get(file.build.member.id);
        if (byNumber) return row.authorization === authorization && row.npi === npi && authorization !== 'NA';
        if (caseNumber !== undefined) return row.caseNumber === caseNumber;
        return (
          member?.id === memberId &&
          member?.birthDate === birthDate &&
          lower(member?.lastName) === lower(lastName)
        );
      });
    return rowsOf(call, files);
  }),
} satisfies Readonly<Record<string, Handler>>;
