import type { AnswerContext } from '../../reference-impl/index.ts';
import { copyOf, replacingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** The member whom a submission names. */
const memberOf = ({ state, body }: AnswerContext) =>
  state?.members.get(String((body as { member?: unknown } | undefined)?.member));

/** Faults in what refusals, messages and the audit trail disclose. */
export const privacy: readonly Mutant[] = [
  changingEvents({
    id: 'reads-leave-no-trace',
    breaks: 'portal.audit.user-actions-logged',
    summary: 'Only changes are kept in the trail.',
    change: (event) =>
      event.type === 'audited' && /^(find|view|list|show)-/.test(event.operation) ? null : event,
  }),
  replacingAnswers({
    id: 'refusal-names-the-member',
    breaks: 'portal.privacy.protect-phi',
    summary: 'The message is meant to help, and says whose PCP is another.',
    when: (context, { status }) =>
      context.operation === 'submit-request' && status === 422 && memberOf(context) !== undefined,
    answer: (context, given) => {
      const member = memberOf(context);
      const body = copyOf(given.body);
      return {
        ...given,
        body: { ...body, detail: `${String(body.detail)} (${member?.lastName}, ${member?.firstName})` },
      };
    },
  }),
  changingEvents({
    id: 'mail-tells-of-a-member',
    breaks: 'portal.privacy.no-phi-in-email',
    summary: 'The mail lists whom the change concerns.',
    change: (event, { world }) =>
      event.type === 'mail-sent'
        ? { ...event, text: `${event.text} It concerns ${world.members[0]?.id} and others.` }
        : event,
  }),
];
