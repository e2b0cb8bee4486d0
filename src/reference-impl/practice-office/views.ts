import { instantAt, localDate } from '../../calendar/calendar.ts';
import type { Office } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { PortalState } from '../core/state.ts';
import { coveredOn } from '../request-entry/check.ts';
import { calendarOf } from '../time-frames/limits.ts';

const starts = (value: string, query: string): boolean => value.toLowerCase().startsWith(query.toLowerCase());

/** When eligibility was last refreshed (epoch ms): at fixed local times of the day. */
function refreshedAt(now: number, pack: Pack): number {
  const calendar = calendarOf(pack, 'none');
  const today = localDate(calendar, now);
  const yesterday = localDate(calendar, instantAt(calendar, today, '12:00') - 86_400_000);
  const times = [yesterday, today].flatMap((day) =>
    pack.figures.eligibilityRefresh.value.map((time) => instantAt(calendar, day, time)),
  );
  return times.filter((at) => at <= now).at(-1) ?? now;
}

/** Eligibility by id, by name or by birth date, the plan over: a specialist has to find a new patient. */
export function eligibility(state: PortalState, by: string, query: string, pack: Pack) {
  const today = localDate(calendarOf(pack, 'none'), state.now);
  const members = [...state.members.values()].filter(({ id, lastName, firstName, birthDate }) => {
    if (by === 'id') return starts(id, query);
    return by === 'name' ? starts(`${lastName}, ${firstName}`, query) : birthDate === query;
  });
  return {
    refreshedAt: new Date(refreshedAt(state.now, pack)).toISOString(),
    members: members.map((member) => {
      const { id, lastName, firstName, birthDate, product, coverage, pcp } = member;
      const name = state.world.providers.find((one) => one.id === pcp.provider)?.name ?? '';
      return {
        id,
        name: `${lastName}, ${firstName}`,
        birthDate,
        product,
        coverage: coverage.map(({ from, to }) => ({ from, to: to ?? null })),
        active: coveredOn(member, today),
        pcp: { name, site: pcp.site },
      };
    }),
  };
}

const officeOf = ({ world }: PortalState): Partial<Office> => world.office ?? {};

/** Claims of a site: in process until the plan finalized them. */
export function claimsOf(
  state: PortalState,
  site: string,
  { member, claim }: { readonly member?: string | undefined; readonly claim?: string | undefined },
  pack: Pack,
) {
  const today = localDate(calendarOf(pack, 'none'), state.now);
  return (officeOf(state).claims ?? [])
    .filter((one) => one.site === site)
    .filter((one) => member === undefined || one.member === member)
    .filter((one) => claim === undefined || one.id === claim)
    .map(({ id, member: who, from, to, finalizedOn, outcome }) => {
      const done = finalizedOn !== undefined && finalizedOn <= today;
      const state = done ? ('finalized' as const) : ('in-process' as const);
      return { id, member: who, from, to, state, outcome: done ? outcome : null };
    });
}

export const paymentsOf = (state: PortalState, site: string, pack: Pack) => {
  const today = localDate(calendarOf(pack, 'none'), state.now);
  return (officeOf(state).payments ?? [])
    .filter((one) => one.site === site && one.paidOn <= today)
    .sort((one, other) => other.paidOn.localeCompare(one.paidOn))
    .map(({ id, paidOn, amount }) => ({ id, paidOn, amount }));
};

export const siteDocumentsOf = (state: PortalState, site: string, pack: Pack) => {
  const today = localDate(calendarOf(pack, 'none'), state.now);
  return (officeOf(state).documents ?? []).filter((one) => one.site === site && one.postedOn <= today);
};

/** A one-page PDF with a few lines of text, in the standard font. */
export function pdfOf(lines: readonly string[]): string {
  const shown = lines.map((line) => line.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/([\\()])/g, '\\$1'));
  const stream = `BT /F1 11 Tf 72 720 Td 14 TL ${shown.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${
    objects.length + 1
  } /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}
