import { answerOf, type Results } from '../../report/index.ts';
import { print } from '../shared/ports.ts';

/** The end of a run in a few lines: the answer, the counts, what failed, and where the report is. */
export function summarize(results: Results, page: string): void {
  print();
  const { word, line } = answerOf(results);
  print(`${word.toUpperCase()}: ${line}`);
  const counts = Object.entries(results.summary).map(([verdict, count]) => `${count} ${verdict}`);
  print(`${results.verdicts.length} rules: ${counts.join(', ')}. ${results.scenarios.length} scenarios.`);
  const roots = results.violations.filter(({ causedBy }) => causedBy === null);
  const rules = [...new Set(roots.map(({ rule }) => rule))];
  for (const rule of rules.slice(0, 10)) {
    const first = roots.find((one) => one.rule === rule);
    print(`  ${rule} (${first?.scenario}): ${first?.because}`);
  }
  if (rules.length > 10) print(`  and ${rules.length - 10} more in the report`);
  for (const { id, verdict, notes } of results.scenarios) {
    if (verdict === 'error') print(`  error in ${id}: ${notes.join('; ')}`);
  }
  for (const { document, rules: all, judged, judgedInPart = 0, onProviders, passed } of results.coverage) {
    const others = onProviders > 0 ? ` (${onProviders} of them on providers)` : '';
    const inPart = judgedInPart > 0 ? ` and ${judgedInPart} in part` : '';
    print(`  ${document}: ${judged} of ${all} rules judged${inPart}${others}, ${passed} passed`);
  }
  if (results.linesWithoutClock.length > 0)
    print(`No time table binds ${results.linesWithoutClock.join(', ')}: their decisions are not timed.`);
  const untested = results.notTested.reduce((sum, { rules: own }) => sum + own.length, 0);
  print(`Not tested: ${untested} rules; the report says why.`);
  print(`Report: ${page}`);
}
