import { LineCounter, parseDocument } from 'yaml';
import { type Fault, faultsOf } from './check.ts';
import { FROZEN, packOf, withinOf, ZONES } from './from-written.ts';
import { packSchema, type WrittenPack } from './grammar.ts';
import { type AuditPack, UNITS } from './model.ts';

/** A pack that cannot be used. Each line says where, what was seen, and what is allowed. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly faults: readonly string[];
  constructor(file: string, faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'));
    this.faults = faults;
  }
}

/** Reads a pack. Throws PackError with every fault, each with its line. */
export function loadPack(file: string, text: string): AuditPack {
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
  const parsed = packSchema.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length) as (string | number)[], true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (!parsed.success) {
    throw new PackError(
      file,
      parsed.error.issues.map(
        ({ path, message }) => `line ${lineOf(path)}: ${path.join('.') || 'the pack'}: ${message}`,
      ),
    );
  }
  const pack = packOf(parsed.data);
  const faults = [...writtenFaults(parsed.data), ...faultsOf(pack)];
  if (faults.length > 0)
    throw new PackError(
      file,
      faults.map(({ path, says }) => `line ${lineOf(path)}: ${says}`),
    );
  return pack;
}

/** Faults that the pack as it was read no longer shows. */
function writtenFaults({ zone, calendar, clocks }: WrittenPack): Fault[] {
  const faults: Fault[] = [];
  if (typeof zone === 'string' && !ZONES[zone]) {
    const known = Object.keys(ZONES).join(', ');
    faults.push({
      path: ['zone'],
      says: `no zone ${zone} is frozen here; use ${known}, or list the zone's transitions as [instant, minutes east of UTC]`,
    });
  }
  const frozen = calendar.use.length > 0 || (typeof zone === 'string' && zone !== 'UTC');
  if (frozen && (calendar.from < FROZEN.from || calendar.to > FROZEN.to)) {
    faults.push({
      path: ['calendar'],
      says: `the calendar runs from ${calendar.from} to ${calendar.to}; shipped zones and holidays are known from ${FROZEN.from} to ${FROZEN.to}`,
    });
  }
  for (const [place, { arms, extension }] of clocks.entries()) {
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
