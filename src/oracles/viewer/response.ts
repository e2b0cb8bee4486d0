import { at, fields, list, text } from '../../facts/values.ts';
import { callChecks } from '../check.ts';
import { asValue, includes, not } from '../value.ts';
import { compared, entriesOf, onBoth, onResponse, partiesOf, showing } from './shown.ts';

/** What tells a user when to look again for a request that is pending. */
const RECHECK: readonly (readonly [words: string, pattern: RegExp])[] = [
  ['4 hours', /4 hours/],
  ['morning', /morning/],
];

/** What the response screen shows, and what it and the viewer both show. User Guide, the response. */
export const response = callChecks(['sessions', 'requests'], {
  'portal.response.fields': onResponse((shown) => {
    const { answer, asked } = shown;
    const { member, provider, site } = partiesOf(shown);
    const { expected, observed } = entriesOf(answer, {
      'member.id': member?.id,
      'member.name': `${member?.lastName}, ${member?.firstName}`,
      'member.birthDate': member?.birthDate,
      'referredBy.name': site?.name,
      'referredTo.name': provider?.name,
      start: asked.start,
      end: asked.end,
      type: asked.type,
      units: asked.units,
    });
    return compared(
      shown,
      { ...expected, message: not(null) },
      { ...observed, message: text(answer.message) },
    );
  }),
  'portal.response.pended-recheck-hint': onResponse((shown) => {
    const { answer } = shown;
    if (answer.status !== 'PEND') return null;
    const message = text(answer.message) ?? '';
    const named = RECHECK.filter(([, pattern]) => pattern.test(message)).map(([words]) => words);
    return compared(
      shown,
      { lookAgainAfter: includes(...RECHECK.map(([words]) => words)) },
      { lookAgainAfter: named, message },
    );
  }),
  'portal.response.clean-referral-approved': onResponse((shown) => {
    const status = text(shown.answer.status);
    if (shown.asked.type !== 'referral' || status === null) return null;
    return compared(shown, { status: 'APPROVED' }, { status });
  }),
  'portal.referral.requesting-provider-autofill': onBoth((shown) => {
    const { site } = partiesOf(shown);
    return showing(shown, { 'referredBy.site': site?.id, 'referredBy.name': site?.name });
  }),
  'portal.referral.contact-editable': onBoth((shown) => {
    const entered = {
      'requester.name': at(shown.asked, 'requester.name'),
      'requester.phone': at(shown.asked, 'requester.phone'),
      'servicingContact.name': at(shown.asked, 'servicing.contact.name'),
      'servicingContact.phone': at(shown.asked, 'servicing.contact.phone'),
    };
    // What the submission left out is no matter of what was entered.
    return showing(
      shown,
      Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined)),
    );
  }),
  'portal.referral.servicing-multi-group': onBoth((shown) => {
    const { provider, affiliation } = partiesOf(shown);
    if ((provider?.affiliations.length ?? 0) < 2) return null;
    return showing(shown, { 'referredTo.affiliation': affiliation?.id, 'payTo.name': affiliation?.group });
  }),
  'portal.referral.remarks-content': onBoth((shown) => {
    const remarks = text(shown.asked.remarks) ?? '';
    return remarks === '' ? null : showing(shown, { remarks });
  }),
  'portal.referral.diagnosis-primary-first': onBoth((shown) => {
    const codes = list(shown.asked.diagnoses);
    if (codes.length < 2) return null;
    const order = list(shown.answer.diagnoses).map((row) => asValue(fields(row).code));
    return compared(shown, { diagnoses: codes.map(asValue) }, { diagnoses: order });
  }),
});
