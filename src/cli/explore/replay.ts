import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toLines } from '../../history/index.ts';
import { findingWords } from '../../report/index.ts';
import { packOf } from '../../rulebook/index.ts';
import { cutScenario, readToken, scenarioAt, tryScenario, violatedIn } from '../../run/fuzz/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { print } from '../shared/ports.ts';
import { type ExploreOptions, interfaceGround, namesInterface } from './options.ts';
import { inProcessGround } from './portal.ts';

/** Plays the scenario of a token again, and says what it breaks; `--history` keeps what was sent and answered. */
export async function replay(options: ExploreOptions, token: string): Promise<void> {
  let read: ReturnType<typeof readToken>;
  try {
    read = readToken(token);
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
  const { ground, close } = namesInterface(options)
    ? await interfaceGround(options)
    : { ground: await inProcessGround(options.mutant ?? null), close: async () => {} };
  try {
    const scenario = cutScenario(scenarioAt(read.origin), read.cut);
    const tried = await tryScenario(scenario, ground);
    for (const { at, as, do: what, case: name } of scenario.steps)
      print(`${at}  ${as.padEnd(12)} ${what} ${name ?? ''}`);
    if (options.history !== undefined && tried.history) {
      mkdirSync(dirname(options.history), { recursive: true });
      writeFileSync(options.history, `${toLines(tried.history).join('\n')}\n`);
    }
    const broken = violatedIn(tried);
    for (const found of tried.findings)
      if (found.verdict === 'violated' && broken.includes(found.rule))
        print(`VIOLATED ${found.rule}: ${findingWords(found, packOf(scenario.pack).zone)}`);
    if (tried.error !== null) print(`BROKEN ${tried.error}`);
    if (broken.length === 0 && tried.error === null) print('Nothing is violated.');
    process.exitCode = broken.length > 0 ? 1 : tried.error !== null ? 3 : 0;
  } finally {
    await close();
  }
}
