import type { Exchange } from '../../facts/case-file.ts';
import {
  determinationsBefore,
  finishBy,
  finishByLastSave,
  localDateOf,
  stateBefore,
  submitted,
} from '../../facts/delegate/course.ts';
import {
  buildAt,
  caseOfCall,
  type DelegateCase,
  delegateOf,
  done,
  isPractice,
  memberAt,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { memberByKeys } from '../case-build/starts.ts';
import { delegateCallChecks } from '../check.ts';
import { shown } from '../seen.ts';

const rows = ({ answer }: Exchange) => list(answer.cases).map(fields);
const numbers = (call: Exchange): string[] => rows(call).map((row) => text(row.caseNumber) ?? '');

/** The cases of a user that were submitted before a call. */
const ownSubmitted = (facts: Facts, { actor, seq }: Exchange): DelegateCase[] =>
  [...delegateOf(facts).cases.values()].filter(
    (file) => file.user === actor && submitted(file, seq) !== null,
  );

const practice = (facts: Facts, call: Exchange, op: string): boolean =>
  call.op === op && isPractice(facts, call.actor) && call.status !== 401;

/** The authorization number that a case was shown to have before a call. */
const authorizationOf = (file: DelegateCase, seq: number): string | null =>
  file.calls
    .filter((call) => call.seq < seq && done(call))
    .map(({ answer }) => text(answer.authorization))
    .filter((one) => one !== null && one !== 'NA')
    .at(-1) ?? null;

const wordsOf = (missing: readonly string[], foreign: readonly string[]): string =>
  missing.length + foreign.length === 0
    ? 'The right cases are listed.'
    : `Missing: ${missing.join(', ') || 'none'}; too many: ${foreign.join(', ') || 'none'}.`;

/** Lists and look-ups of cases. Training, Certification Summary, Authorization Lookup. */
export const caseLists = delegateCallChecks({
  'case.save.resume-from-in-progress': (call, facts) => {
    if (!practice(facts, call, 'list-cases-in-progress') || !done(call)) return null;
    const own = [...delegateOf(facts).cases.values()].filter(
      ({ user, started }) => user === call.actor && started.seq < call.seq,
    );
    const open = own.filter(
      (file) => stateBefore(file, call.seq, call.at) === 'saved' && call.at <= finishBy(file),
    );
    const over = own.filter((file) => {
      const last = Math.max(finishBy(file), finishByLastSave(file, call.seq));
      return submitted(file, call.seq) !== null || call.at > last;
    });
    const listed = numbers(call);
    const missing = open.filter(({ number }) => !listed.includes(number)).map(({ name }) => name);
    const foreign = over.filter(({ number }) => listed.includes(number)).map(({ name }) => name);
    if (open.length + over.length === 0) return null;
    const misread = rows(call).some((row) => {
      const file = delegateOf(facts).cases.get(text(row.caseNumber) ?? '');
      return file !== undefined && row.completeBy !== localDateOf(file, finishBy(file));
    });
    return shown(call, missing.length + foreign.length === 0, wordsOf(missing, foreign), {
      causedBy: misread ? 'case.save.2-business-days' : null,
    });
  },
  'summary.list.recent-cases': (call, facts) => {
    if (!practice(facts, call, 'list-cases') || !done(call)) return null;
    if (Object.keys(call.query).length > 0) return null;
    const own = ownSubmitted(facts, call).map(({ number }) => number);
    const others = [...delegateOf(facts).cases.values()]
      .filter(({ user }) => user !== call.actor)
      .map(({ number }) => number);
    const total = Number(call.answer.total);
    const listed = numbers(call);
    const missing = total <= listed.length ? own.filter((one) => !listed.includes(one)) : [];
    const foreign = listed.filter((one) => others.includes(one));
    const states = rows(call).every((row) => text(row.state) !== null);
    if (own.length + others.length === 0) return null;
    return shown(call, missing.length + foreign.length === 0 && states, wordsOf(missing, foreign));
  },
  'summary.list.search-filter-page': (call, facts) => {
    if (!practice(facts, call, 'list-cases') || !done(call) || Object.keys(call.query).length === 0)
      return null;
    const { caseNumber, search, page } = call.query;
    const listed = rows(call);
    const total = Number(call.answer.total);
    const pages = Number(call.answer.pages);
    const counted = total === 0 ? pages <= 1 : pages >= 1 && listed.length <= total;
    if (typeof caseNumber === 'string') {
      const own = ownSubmitted(facts, call).some(({ number }) => number === caseNumber);
      const only = listed.every((row) => row.caseNumber === caseNumber);
      return shown(
        call,
        only && (listed.length === 1) === own && counted,
        `By its number, ${listed.length} cases were found.`,
      );
    }
    if (typeof search === 'string') {
      const word = search.toLowerCase();
      const fit = listed.every((row) =>
        Object.values(row).some((one) => String(one).toLowerCase().includes(word)),
      );
      const named = ownSubmitted(facts, call).filter(
        (file) => memberAt(facts, file, call.seq)?.lastName.toLowerCase() === word,
      );
      const all = total > listed.length || named.every(({ number }) => numbers(call).includes(number));
      return shown(call, fit && all && counted, `Searching found ${listed.length} cases.`);
    }
    const repeated = typeof page === 'string' && page !== '1' && samePage(facts, call);
    return shown(
      call,
      counted && !repeated,
      `Page ${text(page) ?? '1'} of ${pages} shows ${listed.length} of ${total} cases.`,
    );
  },
  'lookup.two-modes': (call, facts) => {
    if (!practice(facts, call, 'look-up-authorization') || !done(call)) return null;
    const { authorization, npi, memberId, birthDate, lastName, caseNumber } = call.query;
    const own = ownSubmitted(facts, call);
    const listed = numbers(call);
    if (typeof authorization === 'string' && typeof npi === 'string') {
      const fits = own.filter(
        (file) => authorizationOf(file, call.seq) === authorization && npiOf(facts, file, call.seq) === npi,
      );
      const right = listed.length === fits.length && fits.every(({ number }) => listed.includes(number));
      return shown(call, right, `By number and NPI ${fits.length} should be found; ${listed.length} were.`);
    }
    if (typeof caseNumber === 'string' || typeof memberId !== 'string') return null;
    const member = memberByKeys(facts, { id: memberId, birthDate, lastName });
    const fits = own.filter(
      (file) => member !== undefined && fields(buildAt(file, call.seq).member).id === member.id,
    );
    const right = listed.length === fits.length && fits.every(({ number }) => listed.includes(number));
    return shown(call, right, `By member ${fits.length} should be found; ${listed.length} were.`);
  },
  'lookup.individual-and-recent': (call, facts) => {
    const file = practice(facts, call, 'view-case') ? caseOfCall(facts, call) : undefined;
    if (!file) return null;
    const own = file.user === call.actor;
    return shown(
      call,
      own ? done(call) && call.answer.caseNumber === file.number : !done(call),
      `${own ? 'An own' : 'A foreign'} case was answered ${call.status}.`,
    );
  },
  'lookup.correspondence-view-print': (call, facts) => {
    const file = practice(facts, call, 'list-correspondence') ? caseOfCall(facts, call) : undefined;
    if (!file || file.user !== call.actor || !done(call)) return null;
    const sent = file.notices.filter(({ seq, told }) => seq < call.seq && told.by !== 'phone');
    const letters = list(call.answer.letters).map((one) => text(fields(one).text));
    const missing = sent.filter(({ told }) => !letters.includes(text(told.text)));
    return shown(
      call,
      missing.length === 0,
      `${missing.length} of ${sent.length} notices are not there to be read.`,
    );
  },
  'lookup.page-fields': (call, facts) => {
    const file = practice(facts, call, 'view-case') && done(call) ? caseOfCall(facts, call) : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || file.user !== call.actor || !made) return null;
    const paths = [
      'caseNumber',
      'authorization',
      'status',
      'cancerType.code',
      'site.name',
      'expiration',
      'lastUpdated',
      'reviewedAt',
    ];
    const missing = paths.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    const denied = stateBefore(file, call.seq, call.at) === 'denied';
    const none =
      !denied ||
      (call.answer.authorization === 'NA' &&
        list(at(call.answer, 'decision.approved')).every((one) => fields(one).asNeeded === true));
    return shown(
      call,
      missing.length === 0 && none,
      missing.length > 0
        ? `Missing: ${missing.join(', ')}.`
        : `Authorization ${text(call.answer.authorization)} of a case ${stateBefore(file, call.seq, call.at)}.`,
    );
  },
});

const npiOf = (facts: Facts, file: DelegateCase, seq: number): string | undefined =>
  delegateOf(facts).delegation?.practitioners.find(({ id }) => id === buildAt(file, seq).practitioner)?.npi;

/** Whether a later page shows a case that the first page, asked for just before, showed as well. */
function samePage(facts: Facts, call: Exchange): boolean {
  const first = (facts.index.byOperation.get('list-cases') ?? []).find(
    (one) =>
      one.actor === call.actor && one.at === call.at && one.seq < call.seq && (one.query.page ?? '1') === '1',
  );
  const before = first ? numbers(first) : [];
  return numbers(call).some((one) => before.includes(one));
}
