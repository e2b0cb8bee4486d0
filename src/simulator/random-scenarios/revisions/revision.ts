import type { Pen } from '../pen.ts';

/** A revision of a request: units to add, remarks, or what may not be revised. Units are always given. */
export function revision(pen: Pen): Record<string, unknown> {
  const { draws } = pen;
  const units = draws.pick([0, 0, 1, 2, 3, 4, 5]);
  return draws.pick<() => Record<string, unknown>>([
    () => ({ units: draws.pick([0, 1, 2, -1, 1.5, 1000]) }),
    () => ({ units: draws.pick([3, 4, 8, 12]), information: ['clinical-notes'] }),
    () => ({ units, remarks: draws.pick(['Slow to heal', 'x', 'v'.repeat(255), 'v'.repeat(256)]) }),
    () => ({ units: 4, remarks: 'And four' }),
    () => ({ units, end: pen.date(draws.pick([3, 30, 300, 400])) }),
    () => ({ units, procedure: draws.pick(['95810', '99205', '29881']) }),
    () => ({ units, servicing: { provider: 'dr-spec', affiliation: 'aff-spec-north' } }),
    () => ({
      units,
      add: [{ procedure: draws.pick(['29881', '97110']), units: 1 }],
      information: ['clinical-notes'],
    }),
    () => ({ units: 0 }),
  ])();
}
