import type { LetterSections } from '../../contract/index.ts';
import type { Determination, PortalState, RequestState } from '../core/state.ts';

const words: Record<string, string> = { approved: 'approved', denied: 'denied', partial: 'approved in part' };

/** What a letter says. Section 7, Medical Necessity Denials: six elements where medical necessity was denied. */
export function letterSections(
  state: PortalState,
  request: RequestState,
  determination: Determination,
): LetterSections {
  const { accepted } = request;
  const procedure = state.world.procedures.find(({ code }) => code === accepted.procedure);
  const label = determination.reconsideration ? 'On reconsideration, request' : 'Request';
  const heading =
    `${label} ${request.id} for ${procedure?.description ?? accepted.procedure} is ${words[determination.outcome]}: ` +
    `${determination.unitsGranted} of ${accepted.units} units, ${accepted.start} to ${accepted.end}.`;
  if (determination.outcome === 'approved') return { determination: heading };
  if (determination.basis === 'administrative') {
    return {
      determination: heading,
      reasons: `Administrative reason: ${determination.reason.replaceAll('-', ' ')}.`,
      appealProcess: 'You may appeal this decision in writing within 180 days.',
      appealStart: 'Send the appeal to the plan’s Appeals and Grievances department.',
    };
  }
  const diagnosis = state.world.diagnoses.find(({ code }) => code === accepted.diagnoses[0]);
  return {
    determination: heading,
    specificInformation: `Reviewed: ${[...request.supplied].join(', ') || 'the request as submitted'}.`,
    presentingCondition: `The request describes a condition that led to ${procedure?.description ?? 'the service'}.`,
    diagnosis: `${accepted.diagnoses[0]} ${diagnosis?.description ?? ''}`.trim(),
    treatment: `Requested treatment: ${procedure?.description ?? accepted.procedure}.`,
    reasons: determination.reason,
    ...(procedure?.alternative ? { alternatives: `You may instead have ${procedure.alternative}.` } : {}),
    criteria: 'Criteria applied: the plan’s medical necessity guideline for this service, in summary.',
    physicianContact: 'A physician reviewer can be reached at 617-555-0142 to discuss this decision.',
    appealProcess: 'A formal appeal is reviewed by someone who did not take part in this decision.',
    appealStart: 'To start one, write to or call the plan’s Appeals and Grievances department.',
    externalReview: 'After the appeal, an external review can be asked for with the enclosed form.',
  };
}
