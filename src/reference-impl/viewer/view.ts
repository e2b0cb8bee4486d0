import { localDate } from '../../calendar/calendar.ts';
import type { AnyView, RequestView } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { iso } from '../core/instants.ts';
import { missingInformation, type PortalState, type RequestState } from '../core/state.ts';
import { documentsOf } from '../documents/document.ts';
import { calendarOf } from '../time-frames/limits.ts';

const SETTINGS = { referral: 'Specialist', outpatient: 'Outpatient', admission: 'Inpatient' } as const;

function messageOf(request: RequestState, missing: readonly string[]): string {
  switch (request.status) {
    case 'PEND':
      return (
        `Waiting for ${missing.join(', ')}. Please check again later: ` +
        'a status is usually refreshed within 4 hours or by the following morning.'
      );
    case 'MEDREVIEW':
      return 'In clinical review. Please check again in 4 hours or the following morning.';
    case 'APPROVED':
      return 'Approved. A number by itself is no approval and no guarantee of payment.';
    case 'DENIED':
      return 'Denied. The letter gives the reasons and how to appeal.';
    case 'CLOSED':
      return 'Closed.';
  }
}

type Line = RequestView['lines'][number];

/** Used units fill the granted lines in order. */
function withUse(state: PortalState, request: RequestState, lines: readonly Line[]): Line[] {
  let left = state.unitsPaid.get(request.id) ?? 0;
  return lines.map((line) => {
    const used = line.status === 'APPROVED' ? Math.min(left, line.totalUnits) : 0;
    left -= used;
    return { ...line, usedUnits: used };
  });
}

/** The lines of what was asked first. A partial approval has two. */
function originalLines(request: RequestState, base: Omit<Line, 'line' | 'status' | 'totalUnits'>): Line[] {
  const { accepted, determinations, status, amended } = request;
  const own = determinations.filter(({ revision }) => revision === undefined).at(-1);
  if (own?.outcome === 'partial' && status === 'APPROVED') {
    const refused = accepted.units + amended - own.unitsGranted;
    return [
      { line: 1, status: 'APPROVED', ...base, totalUnits: own.unitsGranted },
      { line: 2, status: 'DENIED', ...base, totalUnits: refused },
    ];
  }
  return [{ line: 1, status, ...base, totalUnits: accepted.units + amended }];
}

/** The service lines: what was asked first, then a line for each revision that asked for more. */
export function linesOf(state: PortalState, request: RequestState): Line[] {
  const { accepted, revisions } = request;
  const words = (code: string): string =>
    accepted.type === 'referral'
      ? 'Specialty referral'
      : (state.world.procedures.find((known) => known.code === code)?.description ?? '');
  const base = (code: string) => ({
    code,
    codeType: 'CPT',
    modifier: '',
    description: words(code),
    usedUnits: 0,
  });
  const lines = originalLines(request, base(accepted.procedure));
  for (const { units, add, status, merged } of revisions) {
    const asked = [...(units > 0 && !merged ? [{ procedure: accepted.procedure, units }] : []), ...add];
    for (const { procedure, units: more } of asked) {
      const shown = merged ? request.status : status;
      lines.push({ line: lines.length + 1, status: shown, ...base(procedure), totalUnits: more });
    }
  }
  return withUse(state, request, lines);
}

/** A request as the requesting site sees it. User Guide, response screen and viewer. */
function requestView(state: PortalState, request: RequestState, pack: Pack): RequestView {
  const { accepted } = request;
  const { world } = state;
  const site = (id: string) => {
    const known = world.sites.find((candidate) => candidate.id === id);
    return { name: known?.name ?? id, npi: known?.npi ?? '', site: id, siteName: known?.name ?? id };
  };
  const member = state.members.get(accepted.member);
  const pcp = world.providers.find(({ id }) => id === member?.pcp.provider);
  const provider = world.providers.find(({ id }) => id === accepted.provider);
  const affiliation = provider?.affiliations.find(({ id }) => id === accepted.affiliation);
  const missing =
    request.closed || request.determinations.length > 0 ? [] : missingInformation(state, request);
  return {
    access: 'full',
    id: request.id,
    type: accepted.type,
    status: request.status,
    message: messageOf(request, missing),
    missing,
    flags: [...request.flags],
    ...(accepted.channel === 'portal' ? {} : { channel: accepted.channel }),
    receivedAt: iso(request.receivedAt),
    authorizationDate: localDate(calendarOf(pack, 'none'), request.receivedAt),
    member: {
      id: accepted.member,
      name: `${member?.lastName}, ${member?.firstName}`,
      birthDate: member?.birthDate ?? '',
      product: member?.product ?? '',
    },
    memberPcp: { ...site(member?.pcp.site ?? ''), name: pcp?.name ?? '', npi: pcp?.npi ?? '' },
    referredBy: site(accepted.site),
    referredTo: {
      ...site(affiliation?.site ?? ''),
      name: provider?.name ?? '',
      npi: provider?.npi ?? '',
      provider: accepted.provider,
      affiliation: accepted.affiliation,
    },
    payTo: { name: affiliation?.group ?? '', npi: site(affiliation?.site ?? '').npi },
    requester: { ...accepted.requester },
    servicingContact: { ...accepted.servicingContact },
    service: accepted.service,
    inpatientOutpatient: SETTINGS[accepted.type],
    ...(accepted.urgency ? { urgency: accepted.urgency } : {}),
    reviewType: accepted.reviewType,
    diagnoses: accepted.diagnoses.map((code) => ({
      code,
      description: world.diagnoses.find((known) => known.code === code)?.description ?? '',
    })),
    units: accepted.units,
    start: accepted.start,
    end: accepted.end,
    remarks: accepted.remarks,
    lines: linesOf(state, request),
    decisions: request.determinations.map((made) => ({
      number: made.decision,
      outcome: made.outcome,
      basis: made.basis,
      reason: made.reason,
      decidedAt: iso(made.at),
      role: made.by.role,
      unitsGranted: made.unitsGranted,
      ...(made.levelOfCare ? { levelOfCare: made.levelOfCare } : {}),
      start: accepted.start,
      end: accepted.end,
    })),
    revisions: request.revisions.map(({ number, at, units, remarks, status, merged }) => ({
      number,
      at: iso(at),
      units,
      remarks,
      status: merged && units > 0 ? request.status : status,
    })),
    documents: documentsOf(request),
  };
}

/** A request as a site may see it, or null when it may see nothing. */
export function viewFor(
  state: PortalState,
  request: RequestState,
  access: 'full' | 'verification' | 'nothing',
  pack: Pack,
): AnyView | null {
  if (access === 'nothing') return null;
  const full = requestView(state, request, pack);
  if (access === 'full') return full;
  const { id, type, status, units, start, end, member } = full;
  return { access, id, type, status, units, start, end, member: { id: member.id, name: member.name } };
}
