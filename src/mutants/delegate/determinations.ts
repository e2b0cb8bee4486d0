import type { DomainEvent } from '../../reference-impl/index.ts';
import { atTheDoor, inner } from '../door.ts';
import { changing } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { CONFLICT, DAY, withDelegate } from './makers.ts';

const isNotice = (event: DomainEvent): event is Extract<DomainEvent, { type: 'case-notice-sent' }> =>
  event.type === 'case-notice-sent';

/** Faults in determinations, in what they hold and in what they send. */
export const determinationMutants: readonly Mutant[] = [
  withDelegate(
    'any-guideline',
    'scope.review.evidence-based-comparison',
    'The guideline is a field that nobody reads.',
    'decideGuideline',
    () => () => null,
  ),
  withDelegate(
    'guideline-before-coverage',
    'scope.review.medicare-lcd-ncd-precedence',
    'The delegate’s own guideline goes first.',
    'decideCoverage',
    () => () => null,
  ),
  withDelegate(
    'part-of-it-is-lost',
    'decision.summary.partition-invariant',
    'What is neither approved nor denied is left open.',
    'decidePartition',
    () => () => null,
  ),
  withDelegate(
    'denied-without-a-word',
    'decision.summary.denied-needs-rationale',
    'The letter has a text of its own.',
    'decideRationale',
    () => () => null,
  ),
  changing(
    'images-not-mentioned',
    'decision.igrt.separate-determination',
    'Image guidance is decided and not told.',
    (event) => (isNotice(event) && event.imageGuidance ? { ...event, imageGuidance: null } : event),
  ),
  withDelegate(
    'alternative-on-an-approval',
    'altrec.offer.may-be-made',
    'A better plan is suggested to everybody.',
    'decideAlternative',
    () => () => null,
  ),
  withDelegate(
    'urgency-not-judged',
    'retro.reviewed-for-urgency-and-necessity',
    'After the service urgency is thought to be past.',
    'decideRetrospective',
    () => () => null,
  ),
  changing('member-not-told', 'decision.notice.both-recipients', 'The office tells the member.', (event) =>
    isNotice(event) && event.to === 'member' ? null : event,
  ),
  changing(
    'fractions-left-out',
    'decision.notice.technique-and-fractions',
    'The number of fractions stands on the portal.',
    (event) => (isNotice(event) && event.fractions.length > 0 ? { ...event, fractions: [] } : event),
  ),
  changing(
    'codes-in-letters',
    'decision.notice.treatment-plan-not-codes',
    'The codes help the billing office.',
    (event) =>
      isNotice(event) && event.about === 'determination'
        ? { ...event, text: `${event.text} Code 77331.` }
        : event,
  ),
  changing(
    'reconsidered-by-mail',
    'decision.fax.determination-to-provider',
    'What is reconsidered is answered by mail.',
    (event) =>
      isNotice(event) && event.about === 'reconsideration' && event.by === 'fax'
        ? { ...event, by: 'letter' }
        : event,
  ),
  changing(
    'address-given-for-nothing',
    'case.contact.email-enables-enotification',
    'The address is kept for later.',
    (event) => (isNotice(event) && event.by === 'e-mail' ? null : event),
  ),
  changing(
    'faxes-to-one-number',
    'account.register.notices-go-to-fax-and-email',
    'All faxes go through the number of the plan.',
    (event) => (isNotice(event) && event.by === 'fax' ? { ...event, address: '617-555-0199' } : event),
  ),
  withDelegate(
    'nurse-reconsiders',
    'recon.web.physician-reviews',
    'Whoever is free reconsiders.',
    'decideRole',
    (gate) => (context) => (context.file.reconsideration?.state === 'pending' ? null : gate(context)),
  ),
  changing(
    'notes-unread',
    'clinical.additional.sent-to-review',
    'What was typed and sent is not in the packet.',
    (event) => (event.type === 'case-reviewed' ? { ...event, documents: [], notes: null } : event),
  ),
  changing(
    'fax-in-a-pile',
    'clinical.collection.online-or-fax',
    'Faxes wait for somebody to file them.',
    (event) => (event.type === 'case-information-received' && event.by === 'fax' ? null : event),
  ),
  withDelegate(
    'fax-in-the-second-week',
    'clinical.info-request.fax-within-2-business-days',
    'Information is asked for when the case is taken up.',
    'deskAt',
    (at) => (what, since) => at(what, since) + (what === 'ask' ? 6 * DAY : 0),
  ),
  changing(
    'original-stays',
    'update.new-approved-withdraws-original',
    'Both authorizations hold.',
    (event) => (event.type === 'case-withdrawn' ? null : event),
  ),
  atTheDoor(
    'no-room-for-reasons',
    'decision.summary.four-sections',
    'Reasons are in the letter.',
    ['view-case'],
    (body) => {
      if (body.decision) delete inner(body, 'decision').rationale;
    },
  ),
  atTheDoor(
    'site-without-number',
    'decision.summary.identifiers',
    'The site is printed by its name.',
    ['view-case'],
    (body) => {
      inner(body, 'site').npi = '';
    },
  ),
  withDelegate(
    'ninety-days-of-authorization',
    'decision.expiration.180-days-from-review',
    'Authorizations hold for a quarter of a year.',
    'windowAuthorization',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - 90 * DAY;
    },
  ),
  withDelegate(
    'nothing-by-phone',
    'update.existing.by-phone',
    'Every change is a new case.',
    'updateScope',
    () => () => CONFLICT,
  ),
  withDelegate(
    'technique-by-phone',
    'update.change-needs-new-review',
    'Whoever calls can change anything.',
    'updateScope',
    () => () => null,
  ),
];
