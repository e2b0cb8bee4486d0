import { LineCounter, parseDocument } from 'yaml';
import { FROZEN, ZONES } from '../calendars.data.ts';
import { UNITS } from '../clock.ts';
import type { RulePack } from '../pack.ts';
import { packOfWritten, withinOf } from './from-written.ts';
import { packSchema, type WrittenPack } from './grammar.ts';

/** A pack that cannot be used. Each line says where, what was seen, and what is allowed. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly faults: readonly string[];
  constructor(file: string, faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'));
    this.faults = faults;
  }
}

type Path = readonly PropertyKey[];

export type ReadPack = {
  readonly pack: RulePack;
  /** The line of the file in which something of the pack stands. */
  readonly lineOf: (path: Path) => number;
  /** What is taken, and will not always be: old names. */
  readonly notices: readonly string[];
};

/** Reads a pack from YAML. `known` are packs whose figures it may take over. Throws PackError with every fault and its line. */
export function readPack(file: string, text: string, known: readonly RulePack[]): ReadPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  if (document.errors.length > 0) {
    throw new PackError(
      file,
      document.errors.map(
        ({ message, linePos }) => `line ${linePos?.[0].line ?? 1}: ${message.split('\n')[0]}`,
      ),
    );
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = packSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new PackError(
      file,
      parsed.error.issues.map(
        ({ path, message }) => `line ${lineOf(path)}: ${path.join('.') || 'the pack'}: ${message}`,
      ),
    );
  }
  const faults = writtenFaults(parsed.data, known);
  if (faults.length > 0)
    throw new PackError(
      file,
      faults.map(({ path, says }) => `line ${lineOf(path)}: ${says}`),
    );
  const notices =
    parsed.data.readings === undefined
      ? []
      : [`${file}: line ${lineOf(['readings'])}: readings is the old name of interpretations`];
  return { pack: packOfWritten(parsed.data, known), lineOf, notices };
}

type Fault = { readonly path: Path; readonly says: string };

/** Faults that the pack as it was read no longer shows. */
function writtenFaults(written: WrittenPack, known: readonly RulePack[]): Fault[] {
  const { zone, calendar, clocks, figures_of: other } = written;
  const faults: Fault[] = [];
  if (typeof zone === 'string' && !ZONES[zone]) {
    const names = Object.keys(ZONES).join(', ');
    faults.push({
      path: ['zone'],
      says: `no zone ${zone} is frozen here; use ${names}, or list the zone's transitions as [instant, minutes east of UTC]`,
    });
  }
  const frozen = calendar.use.length > 0 || (typeof zone === 'string' && zone !== 'UTC');
  if (frozen && (calendar.from < FROZEN.from || calendar.to > FROZEN.to)) {
    faults.push({
      path: ['calendar'],
      says: `the calendar runs from ${calendar.from} to ${calendar.to}; shipped zones and holidays are known from ${FROZEN.from} to ${FROZEN.to}`,
    });
  }
  if (other !== undefined && !known.some(({ id, figures }) => id === other && figures)) {
    const names = known.flatMap(({ id, figures }) => (figures ? [id] : []));
    faults.push({ path: ['figures_of'], says: `no pack ${other} has figures; ${names.join(', ')} have` });
  }
  for (const [place, { rule, arms = [], as_parent: asParent, extension }] of clocks.entries()) {
    if ((arms.length === 0) === (asParent === undefined))
      faults.push({ path: ['clocks', place], says: `the clock of ${rule} needs either arms or as_parent` });
    for (const within of [...arms.map((arm) => arm.within), ...(extension ? [extension.at_most] : [])]) {
      const [, unit] = withinOf(within);
      if (!UNITS.includes(unit))
        faults.push({
          path: ['clocks', place],
          says: `there is no unit ${unit}; units are ${UNITS.join(', ')}`,
        });
    }
  }
  return faults;
}
