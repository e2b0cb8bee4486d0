import { describe, expect, it } from 'vitest';
import { type Finding, judge } from '../../src/oracles/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { buildHistory } from './build-history.ts';
import { type Label, labelledHistories } from './labelled.ts';

const all = labelledHistories();

const about = (label: Label, found: Finding): boolean =>
  found.rule === label.rule &&
  (label.duty === undefined || found.time?.duty === label.duty) &&
  (label.part === undefined || found.time?.part === label.part);

const fits = (label: Label, found: Finding): boolean =>
  (label.verdict === undefined || found.verdict === label.verdict) &&
  (label.default === undefined || found.time?.byInterpretation.default === label.default) &&
  (label.due === undefined || Date.parse(found.time?.dueAt ?? '') === Date.parse(label.due)) &&
  (label.causedBy === undefined || found.causedBy === label.causedBy) &&
  (label.flips ?? []).every((flip) =>
    found.time?.flips.some(({ setting, value }) => `${setting}=${value}` === flip),
  );

const seen = ({ verdict, causedBy, time }: Finding): string =>
  `${verdict} (default ${time?.byInterpretation.default}) due ${time?.dueAt} causedBy ${causedBy} flips ${time?.flips.map(({ setting, value }) => `${setting}=${value}`).join(' ')}`;

describe('labelled histories', () => {
  it('are at least 120, each with a name of its own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(120);
  });

  it.each(all)('$name', ({ given, until, expect: labels }) => {
    const findings = judge(buildHistory({ given, until }), packOf('allways-commercial'));
    for (const label of labels) {
      const candidates = findings.filter((found) => about(label, found));
      if (label.none) {
        expect(candidates.map(seen), label.rule).toEqual([]);
        continue;
      }
      const told = `${JSON.stringify(label)}\nfound: ${candidates.map(seen).join('\n       ') || 'nothing'}`;
      expect(
        candidates.some((found) => fits(label, found)),
        told,
      ).toBe(true);
    }
  });
});
