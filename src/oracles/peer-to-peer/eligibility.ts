import type { Exchange } from '../../facts/case-file.ts';
import { DAY_MS } from '../../facts/civil.ts';
import { determinationsBefore, localDateOf } from '../../facts/delegate/course.ts';
import {
  caseOfCall,
  type DelegateCase,
  delegateOf,
  done,
  memberAt,
  talkState,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { atTheEnd, peerToPeerCallChecks, type Seen } from '../check.ts';
import { shown } from '../seen.ts';
import { agrees, type Expected, expectedAt, talkUntil } from './eligible.ts';
import { misreadsWindow } from './misread.ts';

/** A case with what was answered about it and what should have been. */
type Asked = {
  readonly file: DelegateCase;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
};

/** Each case that a successful call tells the eligibility of. */
function askedIn(facts: Facts, call: Exchange): Asked[] {
  if (!done(call)) return [];
  if (call.op === 'show-peer-to-peer') {
    const file = caseOfCall(facts, call);
    return file ? [{ file, answer: call.answer, expected: expectedAt(file, call.seq, call.at) }] : [];
  }
  if (call.op !== 'look-up-peer-cases') return [];
  return list(call.answer.cases)
    .map(fields)
    .flatMap((answer) => {
      const file = delegateOf(facts).cases.get(text(answer.caseNumber) ?? '');
      return file ? [{ file, answer, expected: expectedAt(file, call.seq, call.at) }] : [];
    });
}

const per =
  (look: (asked: Asked, call: Exchange, facts: Facts) => Omit<Seen, 'events'> | null) =>
  (call: Exchange, facts: Facts): Seen[] =>
    askedIn(facts, call).flatMap((asked) => {
      const seen = look(asked, call, facts);
      return seen ? [{ ...shown(call, seen.holds, seen.because), ...seen, case: asked.file.name }] : [];
    });

const agreed = ({ expected, answer }: Asked): boolean => agrees(expected, answer.result) === true;

/** The end that an answer shows reached or crossed an instant of the day at which a window ends. */
function edge({ expected }: Asked, call: Exchange): 'at' | 'near' | null {
  const ends = [expected.reconsiderUntil, expected.validUntil, expected.dueAt].filter((one) => one !== null);
  const gap = Math.min(...ends.map((end) => end - call.at));
  return gap >= 0 && gap < 1_000 ? 'at' : gap >= 0 && gap < 60_000 ? 'near' : null;
}

/** Whether the days of a talk alone make the difference between what was answered and what was expected. */
function byDays({ expected, answer, file }: Asked, { seq, at: when }: Exchange): boolean {
  const until = talkUntil(file, seq);
  if (until === null) return false;
  if (expected.result === 'none') return when > until && answer.result === 'consultative';
  return expected.result === 'consultative' && answer.result === 'none' && until - when < DAY_MS;
}

const WORDS = {
  consultative: /consultative/i,
  fixed: /cannot be (modified|changed)|not be (modified|changed)/i,
};

const answerOf = ({ answer }: Asked): string =>
  `${text(answer.result) ?? 'nothing'}, ${text(answer.level) ?? 'no level'}`;
const because = (asked: Asked): string =>
  `Expected ${asked.expected.result}, ${asked.expected.level ?? 'no level'}; answered ${answerOf(asked)}.`;

/** The line and the stage at which a case stands decide which rule speaks of a wrong answer. */
const atStage = (asked: Asked, call: Exchange) => ({
  medicaid: asked.file.line === 'medicaid',
  decided: determinationsBefore(asked.file, call.seq).length > 0,
});

/** Whether a case may be discussed. Training, How to schedule a Peer to Peer Request. */
export const peerEligibility = peerToPeerCallChecks({
  'p2p.eligibility.system-decides': per((asked, call) => ({
    holds: agrees(asked.expected, asked.answer.result),
    because: because(asked),
    edge: edge(asked, call),
    causedBy: rootOf(asked, call),
  })),
  'p2p.eligibility.clean-link-when-eligible': per((asked) => {
    if (asked.expected.result !== 'eligible' || !agreed(asked)) return null;
    const clean = text(asked.answer.link) !== null && (text(asked.answer.message) ?? '') === '';
    return {
      holds: clean,
      because: `The link is ${text(asked.answer.link) ? '' : 'not '}there, the message is “${text(asked.answer.message) ?? ''}”.`,
    };
  }),
  'p2p.eligibility.consultative-only-when-exhausted': per((asked) => {
    if (asked.expected.result !== 'consultative' || !agreed(asked)) return null;
    const message = text(asked.answer.message) ?? '';
    const says = WORDS.consultative.test(message) && WORDS.fixed.test(message);
    return { holds: says && text(asked.answer.link) !== null, because: `The message is “${message}”.` };
  }),
  'p2p.eligibility.no-link-when-not-eligible': per((asked, call) => {
    if (asked.expected.result !== 'none' || asked.expected.also.length > 0 || byDays(asked, call))
      return null;
    if (asked.answer.result !== 'none') return null;
    return {
      holds: text(asked.answer.link) === null,
      because: 'There is nothing to discuss; a link is shown, or not.',
    };
  }),
  'p2p.eligibility.result-and-status-fields': per((asked, call, facts) => {
    const expected = statusBefore(facts, asked.file, call);
    const status = text(asked.answer.status);
    const holds = expected === null ? (status ?? '') === '' : (status ?? '').toLowerCase().includes(expected);
    return {
      holds: holds && text(asked.answer.result) !== null,
      because: `The appointment is ${expected ?? 'none'}; the status shown is ${status ?? 'empty'}.`,
    };
  }),
  'p2p.eligibility.valid-until-180-days': per((asked, call) => {
    const { expected, answer, file } = asked;
    if (expected.validUntil === null) {
      if (
        !byDays(asked, call) ||
        expected.also.length > 0 ||
        determinationsBefore(file, call.seq).length === 0
      )
        return null;
      return { holds: false, because: `The days for a talk are over; answered ${answerOf(asked)}.` };
    }
    if (determinationsBefore(file, call.seq).length > 1) return null;
    const day = localDateOf(file, expected.validUntil);
    // Far from the last day, a talk that is refused altogether is refused for another reason.
    if (answer.result === 'none' && expected.validUntil - call.at >= DAY_MS) return null;
    const holds = answer.result !== 'none' && answer.validUntil === day;
    return {
      holds,
      because: `A talk is valid until ${day}; answered ${answerOf(asked)}, until ${text(answer.validUntil)}.`,
      edge: edge(asked, call),
    };
  }),
  'p2p.eligibility.recon-banner': atTheEnd(
    per((asked) => {
      const { expected, answer, file } = asked;
      if (!agreed(asked)) return null;
      const day = expected.reconsiderUntil === null ? null : localDateOf(file, expected.reconsiderUntil);
      const given = text(answer.reconsiderationUntil);
      return {
        holds: given === day,
        because: `Reconsideration is open until ${day ?? 'no date'}; the banner says ${given ?? 'no date'}.`,
        causedBy: misreadsWindow(file),
      };
    }),
  ),
  'p2p.request.level-of-review': per((asked) => {
    const { expected, answer } = asked;
    if (!agreed(asked) || expected.result === 'none') return null;
    return {
      holds:
        answer.level === expected.level && answer.mayChangeDecision === (expected.level !== 'consultative'),
      because: because(asked),
    };
  }),
  'postdecision.medicaid.after-window-consultative': per((asked, call) => {
    const { medicaid, decided } = atStage(asked, call);
    if (!medicaid || !decided || asked.expected.result !== 'consultative' || asked.answer.result === 'none')
      return null;
    return {
      holds: asked.answer.result === 'consultative',
      because: because(asked),
      edge: edge(asked, call),
      causedBy: misreadsWindow(asked.file),
    };
  }),
  'postdecision.medicare.consult-allowed': per((asked, call) => {
    const { medicaid, decided } = atStage(asked, call);
    if (medicaid || !decided || asked.expected.result !== 'consultative') return null;
    // At the end of the days the days themselves are on trial.
    if ((asked.expected.validUntil ?? 0) - call.at < DAY_MS) return null;
    return { holds: asked.answer.result === 'consultative', because: because(asked) };
  }),
  'predecision.medicare.consult-instead': per((asked, call) => {
    const { medicaid, decided } = atStage(asked, call);
    if (medicaid || decided || asked.expected.level !== 'pre-decision') return null;
    return { holds: asked.answer.result === 'eligible', because: because(asked), edge: edge(asked, call) };
  }),
  'p2p.request.lookup-needs-matching-dob': (call, facts) => {
    if (call.op !== 'look-up-peer-cases' || call.status === 401) return null;
    const keys = list(call.body.cases).map(fields);
    const wrong = keys.filter(({ caseNumber, birthDate }) => {
      const file = delegateOf(facts).cases.get(text(caseNumber) ?? '');
      return file?.user !== call.actor || memberAt(facts, file, call.seq)?.birthDate !== birthDate;
    });
    if (wrong.length === 0) return null;
    const asked = delegateOf(facts).cases.get(text(wrong[0]?.caseNumber) ?? '');
    const name = asked && memberAt(facts, asked, call.seq)?.lastName;
    const silent = name === undefined || !JSON.stringify(call.answer).includes(name);
    return shown(
      call,
      !done(call) && silent,
      `A number with another birth date was answered ${call.status}.`,
    );
  },
  'p2p.request.confirmation-fields': (call, facts) => {
    if (call.op !== 'look-up-peer-cases' || !done(call)) return null;
    const paths = [
      'member.lastName',
      'member.birthDate',
      'member.id',
      'state',
      'healthPlan',
      'episode',
      'modality',
      'system',
    ];
    const missing = list(call.answer.cases).flatMap((one) =>
      paths.filter((path) => (text(at(one, path)) ?? '') === ''),
    );
    const wrong = list(call.answer.cases)
      .map(fields)
      .some((one) => {
        const file = delegateOf(facts).cases.get(text(one.caseNumber) ?? '');
        return file !== undefined && at(one, 'member.id') !== memberAt(facts, file, call.seq)?.id;
      });
    return shown(
      call,
      missing.length === 0 && !wrong,
      missing.length > 0 ? `Missing: ${missing.join(', ')}.` : 'Each case shows what it is.',
    );
  },
});

/** Whether a talk was closed by the answer that no reconsideration is wanted. */
const afterNo = (file: DelegateCase, answer: Asked['answer'], { seq }: Exchange): RuleId | null => {
  const last = file.calls
    .filter((call) => call.op === 'open-reconsideration' && call.seq < seq && done(call))
    .at(-1);
  return last?.body.proceed === false && answer.result === 'none' ? 'recon.web.no-returns-to-p2p' : null;
};

/** The rule that a wrong answer about eligibility breaks first, if another one speaks of it. */
function rootOf(asked: Asked, call: Exchange): RuleId | null {
  const { expected, answer, file } = asked;
  const { medicaid, decided } = atStage(asked, call);
  if (byDays(asked, call)) return 'p2p.eligibility.valid-until-180-days';
  const misread = misreadsWindow(file) ?? afterNo(file, answer, call);
  if (misread) return misread;
  if (medicaid && decided && expected.result === 'consultative' && answer.result === 'eligible')
    return 'postdecision.medicaid.after-window-consultative';
  if (!medicaid && decided && expected.result === 'consultative')
    return 'postdecision.medicare.consult-allowed';
  if (!medicaid && !decided && expected.level === 'pre-decision')
    return 'predecision.medicare.consult-instead';
  return null;
}

/** The status of the last appointment of a case, in a word; null where it has none. */
function statusBefore(facts: Facts, file: DelegateCase, { seq }: Exchange): string | null {
  const last = [...delegateOf(facts).talks.values()]
    .filter(({ cases, scheduled }) => cases.includes(file) && scheduled.seq < seq)
    .at(-1);
  return last ? talkState(last, seq) : null;
}
