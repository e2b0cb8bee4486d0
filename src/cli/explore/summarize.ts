import type { CampaignResults } from '../../report/index.ts';
import { print } from '../shared/ports.ts';

/** Prints what fuzzing found, violated rules first. */
export function tell(results: CampaignResults): void {
  for (const { rule, because, token, steps, left, from, scenarios } of results.failures) {
    print(`VIOLATED ${rule} (${scenarios} scenarios)`);
    print(`  ${because}`);
    for (const { at, as, what, told } of steps) print(`  ${at}  ${as.padEnd(12)} ${what}  ${told}`);
    print(`  ${left} of ${from} steps; portalproof explore --replay ${token}`);
    print();
  }
  for (const { message, scenarios, token } of results.broken)
    print(`BROKEN   ${message} (${scenarios} scenarios; --replay ${token})`);
  const { controlRun: control } = results;
  if (control)
    print(
      control.caught
        ? `Control run: the known fault was found after ${control.scenarios} scenarios, ${control.faulty} of them on a faulty portal.`
        : `Control run: the known fault was NOT found in ${control.scenarios} scenarios, ${control.faulty} of them on a faulty portal. This result proves nothing.`,
    );
  if (control && control.false.length > 0)
    print(`Control run: false positives on the reference implementation: ${control.false.join(', ')}.`);
  print(
    `${results.scenarios.toLocaleString('en-US')} scenarios with ${results.cases.toLocaleString('en-US')} requests and cases, ${results.steps.toLocaleString('en-US')} steps in ${results.seconds.toFixed(1)} s; ${Object.keys(results.coverage.rules).length} rules were exercised, ${results.coverage.neverRules.length} were not.`,
  );
}
