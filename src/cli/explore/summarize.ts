import type { CampaignResults } from '../../report/index.ts';
import { print } from '../shared/ports.ts';

/** Says on the terminal what a campaign came to, what is broken first. */
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
  const { canary: bird } = results;
  if (bird)
    print(
      bird.caught
        ? `Canary: found out after ${bird.scenarios} scenarios, ${bird.faulty} of them faulty.`
        : `Canary: NOT found out in ${bird.scenarios} scenarios, ${bird.faulty} of them faulty. This campaign proves nothing.`,
    );
  if (bird && bird.false.length > 0)
    print(`Canary: the reference implementation was convicted of ${bird.false.join(', ')}.`);
  print(
    `${results.scenarios.toLocaleString('en-US')} scenarios with ${results.cases.toLocaleString('en-US')} requests and cases, ${results.steps.toLocaleString('en-US')} steps in ${results.seconds.toFixed(1)} s; ${Object.keys(results.coverage.rules).length} rules came up, ${results.coverage.neverRules.length} never.`,
  );
}
