#!/usr/bin/env node
import { Command } from 'commander';
import { AdapterError } from '../adapters/index.ts';
import { addAudit } from './audit.ts';
import { addPack } from './audit-pack-check.ts';
import { addCodes } from './codes.ts';
import { ConfigError } from './config-error.ts';
import { addExplore } from './explore.ts';
import { addInit } from './init.ts';
import { addJudge } from './judge.ts';
import { complain, programName } from './ports.ts';
import { addRules } from './rules.ts';
import { addRun } from './run.ts';
import { addSelfTest } from './selftest.ts';
import { addServe } from './serve.ts';
import { addSimulate } from './simulate.ts';
import { addSmoke } from './smoke.ts';

const program = new Command('portalproof')
  .description('Proves whether a health-plan provider portal does referrals and authorizations right.')
  .version(programName())
  .addHelpText(
    'after',
    '\nExit codes: 0 conformant · 1 a rule failed · 2 bad usage · 3 the run could not be finished · 4 a gate was missed',
  )
  .showHelpAfterError()
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

for (const add of [
  addRun,
  addSmoke,
  addJudge,
  addRules,
  addServe,
  addSelfTest,
  addInit,
  addCodes,
  addAudit,
  addPack,
  addSimulate,
  addExplore,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof ConfigError) {
    complain(error.message);
    process.exitCode = 2;
  } else if (error instanceof AdapterError) {
    complain(error.message);
    process.exitCode = 3;
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    complain('This is a fault of portalproof; please report it with the line above.');
    process.exitCode = 3;
  }
}
