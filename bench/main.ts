import { findingsPerSecond } from './findings-per-second.ts';
import { machine } from './machine.ts';
import { scenariosPerSecond } from './scenarios-per-second.ts';

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`  ${line}\n`);
};

process.stdout.write(`${machine()}\n\nScenarios a second\n`);
say(await scenariosPerSecond());
process.stdout.write('\nFindings a second, on a history of 100,000 cases\n');
say(findingsPerSecond());
