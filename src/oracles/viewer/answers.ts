import { at, fields, list, text } from '../../facts/values.ts';
import type { Finding } from '../finding.ts';
import { differences, differencesOfGiven, expectedOf, judged, type Shown } from './shown.ts';

/** What the response screen and the viewer both show. */
export function sameOnEveryAnswer(shown: Shown): Finding[] {
  const { answer, asked } = shown;
  const { provider, affiliation, site } = expectedOf(shown);
  const found = [
    judged(
      shown,
      'portal.referral.requesting-provider-autofill',
      differences(answer, { 'referredBy.site': site?.id, 'referredBy.name': site?.name }),
      'The requesting provider is the current site.',
    ),
    judged(
      shown,
      'portal.referral.contact-editable',
      differencesOfGiven(answer, {
        'requester.name': at(asked, 'requester.name'),
        'requester.phone': at(asked, 'requester.phone'),
        'servicingContact.name': at(asked, 'servicing.contact.name'),
        'servicingContact.phone': at(asked, 'servicing.contact.phone'),
      }),
      'Both contacts are kept as they were entered.',
    ),
  ];
  if ((provider?.affiliations.length ?? 0) > 1) {
    found.push(
      judged(
        shown,
        'portal.referral.servicing-multi-group',
        differences(answer, { 'referredTo.affiliation': affiliation?.id, 'payTo.name': affiliation?.group }),
        'The chosen affiliation is the one that is kept.',
      ),
    );
  }
  const remarks = text(asked.remarks);
  if (remarks !== null && remarks !== '') {
    found.push(
      judged(
        shown,
        'portal.referral.remarks-content',
        differences(answer, { remarks }),
        'The remarks come back to the letter.',
      ),
    );
  }
  const codes = list(asked.diagnoses);
  if (codes.length > 1) {
    const order = list(answer.diagnoses).map((row) => fields(row).code);
    const wrong = JSON.stringify(order) === JSON.stringify(codes) ? [] : ['diagnoses'];
    found.push(
      judged(
        shown,
        'portal.referral.diagnosis-primary-first',
        wrong,
        'The diagnoses keep their order, the primary one first.',
      ),
    );
  }
  return found;
}

/** What the response screen shows. User Guide, the response. */
export function responseOf(shown: Shown): Finding[] {
  const { answer, asked } = shown;
  const { member, provider, site } = expectedOf(shown);
  const wrong = differences(answer, {
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
  const message = typeof answer.message === 'string' ? [] : ['message'];
  const found = [
    judged(
      shown,
      'portal.response.fields',
      [...wrong, ...message],
      'Every entry is shown; number and status have rules of their own.',
    ),
  ];
  const status = text(answer.status);
  if (status === 'PEND') {
    const words = text(answer.message) ?? '';
    const hint = /4 hours/.test(words) && /morning/.test(words) ? [] : ['message'];
    found.push(
      judged(shown, 'portal.response.pended-recheck-hint', hint, 'The message says when to look again.'),
    );
  }
  if (asked.type === 'referral' && status !== null) {
    found.push(
      judged(
        shown,
        'portal.response.clean-referral-approved',
        status === 'APPROVED' ? [] : [`status ${status}`],
        'A clean referral is approved at once.',
      ),
    );
  }
  return found;
}
