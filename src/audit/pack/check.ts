import { low } from '../expression/columns.ts';
import { cellsOf } from '../sql/cells.ts';
import { columnsOf } from '../sql/conditions.ts';
import type { Anchor, AuditPack } from './model.ts';

export type Fault = { readonly path: readonly (string | number)[]; readonly says: string };

/** The columns of the log in which an anchor stands. */
export const anchorColumns = (anchor: Anchor): string[] => {
  if ('column' in anchor) return [anchor.column, ...(anchor.else ? anchorColumns(anchor.else) : [])];
  if ('receipt' in anchor) return [anchor.receipt];
  if ('later' in anchor) return anchor.later.flatMap(anchorColumns);
  if ('called' in anchor) return [anchor.called, anchor.decided];
  return 'reconsidered' in anchor ? [anchor.reconsidered] : [];
};
const anchorDuties = (anchor: Anchor): string[] => {
  if ('due' in anchor) return [anchor.due];
  if ('later' in anchor) return anchor.later.flatMap(anchorDuties);
  if ('called' in anchor) return [anchor.duty];
  return 'column' in anchor && anchor.else ? anchorDuties(anchor.else) : [];
};

/** What in a pack names something that is not there, goes in circles, or says two things at once. */
export function faultsOf(pack: AuditPack): Fault[] {
  const faults: Fault[] = [];
  const columns = new Map(pack.columns.map((column) => [column.name, column.type]));
  const add = (path: Fault['path'], says: string): void => {
    faults.push({ path, says });
  };
  const known = `its columns are ${[...columns.keys()].join(', ') || 'none'}`;
  const column = (path: Fault['path'], name: string, instant = false): void => {
    if ((name === 'kind' && pack.kinds.length > 0) || name.startsWith('parent.')) return;
    if (!columns.has(name)) add(path, `the pack has no column ${name || '(none given)'}; ${known}`);
    else if (instant && columns.get(name) !== 'instant')
      add(path, `${name} is no instant; give it type: instant`);
  };
  if (pack.kinds.length > 0 && columns.has('kind'))
    add(['columns', 'kind'], 'the pack has kinds, so no column may be called kind');
  column(['key'], pack.key.case);
  column(['received'], pack.received, true);
  const duties = new Set(pack.duties.map(({ name }) => name));
  for (const { name, stop, follows } of pack.duties) {
    for (const own of stop.columns) column(['duties', name], own, true);
    for (const other of follows)
      if (!duties.has(other)) add(['duties', name], `${name} follows ${other}, which is no duty of the pack`);
  }
  for (const [place, { name, when }] of pack.kinds.entries()) {
    for (const own of columnsOf(when)) column(['kinds', place], own);
    if (pack.kinds.findIndex((other) => other.name === name) < place)
      add(['kinds', place], `there are two kinds ${name}`);
  }
  for (const own of columnsOf(pack.scope)) column(['scope'], own);
  for (const clock of pack.clocks) {
    const path = ['clocks', clock.place];
    if (!duties.has(clock.duty)) add(path, `no duty ${clock.duty}; the pack has ${[...duties].join(', ')}`);
    for (const own of columnsOf(clock.applies)) column(path, own);
    for (const all of clock.applies) {
      const kind = all.kind;
      if (!kind || !('in' in kind) || pack.kinds.length === 0) continue;
      for (const own of kind.in)
        if (!pack.kinds.some(({ name }) => name === own))
          add(
            path,
            `no kind ${own}; the pack has ${pack.kinds.map(({ name }) => name).join(', ') || 'none'}`,
          );
    }
    for (const arm of clock.arms) {
      for (const own of anchorColumns(arm.of)) column(path, own, true);
      for (const own of anchorDuties(arm.of)) {
        if (!duties.has(own)) add(path, `an arm starts at the limit of ${own}, which is no duty of the pack`);
        if (own === clock.duty) add(path, `the limit of ${own} starts at itself`);
      }
    }
    const turned = pack.clocks
      .filter((other) => other.duty === clock.duty)
      .map(({ notBefore }) => notBefore === true);
    if (new Set(turned).size > 1)
      add(path, `some clocks of ${clock.duty} are not_before and some are not; make them two duties`);
    if (clock.until && clock.until < clock.from)
      add(path, `it ends (${clock.until}) before it begins (${clock.from})`);
  }
  return faults.length > 0 ? faults : overlaps(pack);
}

/** Clocks of one duty and part that bind the same row: a log could not tell which of them was broken. */
function overlaps(pack: AuditPack): Fault[] {
  const cells = cellsOf(
    pack,
    pack.clocks.map(({ applies }) => applies),
    { laterEnd: low },
  );
  const faults = new Map<string, Fault>();
  for (let cell = 0; cell < cells.size; cell += 1) {
    const held = pack.clocks.map(({ applies }) => cells.at(cell, applies));
    for (const [place, clock] of pack.clocks.entries()) {
      if (!held[place]) continue;
      for (let other = place + 1; other < pack.clocks.length; other += 1) {
        const second = pack.clocks[other];
        if (!second || !held[other] || second.duty !== clock.duty || second.part !== clock.part) continue;
        const apart =
          (clock.until !== undefined && clock.until < second.from) ||
          (second.until !== undefined && second.until < clock.from);
        if (apart) continue;
        const says = `the clocks ${clock.place + 1} (${clock.arms[0]?.rule}) and ${second.place + 1} (${second.arms[0]?.rule}) can both bind one row; separate their conditions, or make them arms of one clock`;
        faults.set(`${place} ${other}`, { path: ['clocks', second.place], says });
      }
    }
  }
  return [...faults.values()];
}
