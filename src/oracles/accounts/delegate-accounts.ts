import type { Exchange } from '../../facts/case-file.ts';
import { delegateOf, done, isPractice, staffRole } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import { practitionersOf } from '../case-build/starts.ts';
import { atTheEnd, type Comparison, delegateCallChecks, onCall } from '../check.ts';
import { ACCEPTED, asValue, atLeast, atMost, includes, span } from '../value.ts';

const REQUIRED = [
  'user',
  'email',
  'confirmEmail',
  'firstName',
  'lastName',
  'address',
  'city',
  'state',
  'zip',
];
const MINUTES = 5 * 60_000;

const filled = (value: unknown): boolean => (text(value) ?? '').trim() !== '';
const PORTALS = ['CareCore National', 'Medsolutions'];
const mails = ({ body }: Exchange): string[] =>
  [body.email, body.confirmEmail].map((one) => (text(one) ?? '').trim().toLowerCase());

/** Whether a registration has what it needs beside the portal and the two addresses. */
const complete = ({ body }: Exchange): boolean => REQUIRED.every((name) => filled(body[name]));
const agree = (call: Exchange): boolean => new Set(mails(call)).size === 1;
const taken = (facts: Facts, { body }: Exchange): boolean =>
  delegateOf(facts).delegation?.accounts.some(({ id }) => id === body.user) === true ||
  (facts.index.byOperation.get('register-account') ?? []).some(
    (one) => done(one) && one.body.user === body.user,
  );

const registration = (
  look: (call: Exchange, facts: Facts) => Comparison | null,
): ((call: Exchange, facts: Facts) => Comparison | null) => {
  return (call, facts) => (call.op === 'register-account' && !taken(facts, call) ? look(call, facts) : null);
};

/** Not accepted: the answer to a call that has to be turned away. */
const TURNED_AWAY = atLeast(300);

/** Accounts of the delegate. Training, eviCore healthcare Website, Creating an Account and Adding Practitioners. */
export const delegateAccounts = delegateCallChecks({
  'portal.login.user-id-and-password': (call, facts) => {
    if (call.op !== 'sign-in' || !delegateOf(facts).delegation) return null;
    const user = text(call.body.user) ?? '';
    const known = delegateOf(facts).delegation?.accounts.some(({ id }) => id === user);
    if (known || staffRole(facts, user) !== null)
      return call.actor === user
        ? onCall(call, { answer: 201 }, { answer: call.status }, { given: { account: 'known' } })
        : null;
    const registered = (facts.index.byOperation.get('register-account') ?? []).find(
      (one) => done(one) && one.body.user === user,
    );
    if (!registered) return null;
    const chosen = (facts.index.byOperation.get('set-account-password') ?? []).some(
      (one) => done(one) && one.path.id === user,
    );
    return onCall(
      call,
      { answer: chosen ? 201 : atLeast(400) },
      { answer: call.status },
      { given: { passwordSet: chosen } },
    );
  },
  'account.register.default-portal-required': registration((call) => {
    const known = PORTALS.includes(text(call.body.defaultPortal) ?? '');
    if (!complete(call) || !agree(call)) return null;
    return onCall(
      call,
      { answer: known ? ACCEPTED : TURNED_AWAY },
      { answer: call.status },
      { given: { defaultPortal: text(call.body.defaultPortal) } },
    );
  }),
  'account.register.required-fields': registration((call) => {
    const left = REQUIRED.filter((name) => !filled(call.body[name]));
    if (!PORTALS.includes(text(call.body.defaultPortal) ?? '') || (left.length === 0 && !agree(call)))
      return null;
    return onCall(
      call,
      { answer: left.length > 0 ? TURNED_AWAY : ACCEPTED },
      { answer: call.status },
      { given: { missingFields: left } },
    );
  }),
  'account.register.email-confirmation-match': registration((call) =>
    complete(call) && !agree(call)
      ? onCall(call, { answer: TURNED_AWAY }, { answer: call.status }, { given: { addressesAgree: false } })
      : null,
  ),
  'account.register.password-email-immediate': atTheEnd((call, facts) => {
    if (call.op !== 'register-account' || !done(call) || facts.until < call.at + MINUTES) return null;
    const mail = facts.records.find(
      (record) =>
        record.kind === 'sent' &&
        record.item.kind === 'mail' &&
        record.seq > call.seq &&
        record.item.to.toLowerCase() === mails(call)[0] &&
        record.item.link !== undefined,
    );
    const late = mail ? Date.parse(mail.at) - call.at : null;
    return onCall(
      call,
      { mailAfter: atMost(span(MINUTES)) },
      { mailAfter: late === null ? null : span(late) },
      { evidence: 'reported', edge: late === MINUTES ? 'at' : null },
    );
  }),
  'account.register.complete-after-practitioner': (call, facts) => {
    const status = text(call.answer.status);
    if (!['show-account', 'add-practitioner'].includes(call.op) || !done(call)) return null;
    const own = practitionersOf(facts, call);
    const count = own.length + (call.op === 'add-practitioner' ? 1 : 0);
    return onCall(
      call,
      { account: count > 0 ? 'complete' : 'incomplete' },
      { account: status },
      { given: { practitioners: count } },
    );
  },
  'account.provider.add-another': (call, facts) => {
    if (call.op !== 'add-practitioner' || !isPractice(facts, call.actor)) return null;
    const wanted = text(call.body.practitioner) ?? '';
    const own = practitionersOf(facts, call);
    const known = delegateOf(facts).delegation?.practitioners.some(({ id }) => id === wanted);
    if (!known || own.includes(wanted) || own.length === 0) return null;
    const listed = list(call.answer.practitioners);
    return onCall(
      call,
      { answer: ACCEPTED, practitioners: includes(...own, wanted) },
      { answer: call.status, practitioners: listed.map(asValue) },
      { given: { practitionerAdded: wanted } },
    );
  },
  'account.provider.search-npi-state-zip': (call, facts) => {
    if (call.op !== 'find-practitioners' || call.status === 401) return null;
    const { npi, state, zip } = call.query;
    if (![npi, state, zip].every(filled)) return null;
    const expected = (delegateOf(facts).delegation?.practitioners ?? []).filter(
      (one) => one.kind === 'practitioner' && one.npi === npi && one.state === state && one.zip === zip,
    );
    const laboratory = delegateOf(facts).delegation?.practitioners.some(
      (one) => one.kind === 'laboratory' && (one.npi === npi || one.renderingNpi === npi),
    );
    if (laboratory) return null;
    const found = list(call.answer.practitioners).map((row) => text(fields(row).id));
    return onCall(
      call,
      { answer: ACCEPTED, practitioners: expected.map(({ id }) => id).sort() },
      { answer: call.status, practitioners: [...found].sort() },
      { given: { npi: text(npi), state: text(state), zip: text(zip) } },
    );
  },
  'account.provider.genetic-lab-billing-npi': (call, facts) => {
    const lab =
      call.op === 'find-practitioners' && call.status !== 401
        ? delegateOf(facts).delegation?.practitioners.find(
            (one) =>
              one.kind === 'laboratory' &&
              (one.npi === call.query.npi || one.renderingNpi === call.query.npi),
          )
        : undefined;
    if (!lab || call.query.state !== lab.state || call.query.zip !== lab.zip) return null;
    const found = list(call.answer.practitioners).some((row) => fields(row).id === lab.id);
    const billing = lab.npi === call.query.npi;
    return onCall(
      call,
      { laboratoryFound: billing },
      { laboratoryFound: found },
      { given: { laboratory: lab.id, searchedBy: billing ? 'billing NPI' : 'rendering NPI' } },
    );
  },
});
