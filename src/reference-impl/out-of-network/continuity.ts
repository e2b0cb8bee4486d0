import { daysBetween } from '../../calendar/calendar.ts';
import type { Ground } from '../../contract/index.ts';
import type { PlanFigures } from '../../rulebook/index.ts';
import type { PortalState, RequestState } from '../core/state.ts';

const within = (from: string | undefined, to: string, days: number): boolean =>
  from !== undefined && daysBetween(from, to) <= days;

/** Whether a pregnancy had reached its second trimester on a date. */
const inSecondTrimester = (due: string, on: string, figures: PlanFigures): boolean =>
  daysBetween(on, due) <= figures.pregnancyLength.value - figures.secondTrimester.value;

/**
 * Whether a ground holds for care outside the network. Section 7, Out-of-Network Authorization Request
 * Exceptions: the span counts from the last day in the network, or from the first day of coverage.
 */
export function groundHolds(
  state: PortalState,
  request: RequestState,
  ground: Ground,
  figures: PlanFigures,
): boolean {
  const { accepted } = request;
  const member = state.members.get(accepted.member);
  const provider = state.world.providers.find(({ id }) => id === accepted.provider);
  const affiliation = provider?.affiliations.find(({ id }) => id === accepted.affiliation);
  const ended = affiliation?.networkUntil;
  const enrolled = member?.coverage.filter(({ from }) => from <= accepted.start).at(-1)?.from;
  const care = member?.care;
  const site = affiliation?.site;
  switch (ground) {
    case 'pcp-termination':
      return (
        member?.pcp.provider === accepted.provider &&
        within(ended, accepted.start, figures.pcpContinuity.value)
      );
    case 'active-treatment': {
      const { activeTreatment } = care ?? {};
      const runs = activeTreatment?.until === undefined || accepted.start <= activeTreatment.until;
      return (
        activeTreatment?.site === site &&
        runs &&
        within(ended, accepted.start, figures.treatmentContinuity.value)
      );
    }
    case 'pregnancy': {
      const { pregnancy } = care ?? {};
      const since = ended ?? enrolled;
      if (!pregnancy || pregnancy.site !== site || since === undefined) return false;
      const last = pregnancy.firstVisitAfterBirth;
      return (
        inSecondTrimester(pregnancy.due, since, figures) && (last === undefined || accepted.start <= last)
      );
    }
    case 'terminal-illness':
      return care?.terminalIllness?.site === site;
    case 'new-member': {
      const treating = care?.treatingSites?.includes(site ?? '') || member?.pcp.site === site;
      return treating === true && within(enrolled, accepted.start, figures.newMemberContinuity.value);
    }
    case 'delay':
      return accepted.outside?.delay === 'network';
    case 'unnecessary-risk':
      return accepted.outside?.pcpFinding === true;
    case 'distance':
    case 'expertise':
      return true;
    case 'prior-relationship':
      return false;
  }
}
