import { Command, CommanderError } from 'commander';
import { complain, programName } from './shared/ports.ts';

type CommandModule = { readonly define: (command: Command) => void };

/** Every command with its summary. The code of a command is loaded only when that command is asked for. */
const COMMANDS: Readonly<Record<string, readonly [summary: string, load: () => Promise<CommandModule>]>> = {
  run: [
    'judge a portal with the scenarios and write a report; without a target, the reference implementation',
    () => import('./run/command.ts'),
  ],
  smoke: [
    'check an adapter with three trivial scenarios that fail only when the adapter is wrong',
    () => import('./smoke/command.ts'),
  ],
  judge: ['judge recorded histories (NDJSON), without a portal', () => import('./judge/command.ts')],
  rules: ['list the rules, or explain one', () => import('./rules/command.ts')],
  serve: ['run the reference implementation as a server', () => import('./serve/command.ts')],
  selftest: [
    'test the checks on mutants (one fault each), on wrong data, and on the reference implementation',
    () => import('./selftest/command.ts'),
  ],
  init: ['write a commented adapter to start from', () => import('./init/command.ts')],
  codes: [
    'print the diagnosis and procedure codes of the scenarios, as a file for `run --codes`',
    () => import('./codes/command.ts'),
  ],
  audit: [
    'judge the decision time frames in an exported log, without a portal',
    () => import('./audit/command.ts'),
  ],
  pack: ['list the packs, check one of your own, or print their schema', () => import('./pack/command.ts')],
  simulate: [
    'make members and a network, or a year of determinations with known answers, from a seed',
    () => import('./simulate/command.ts'),
  ],
  explore: [
    'fuzz a portal with random scenarios, and minimize what breaks a rule to its shortest scenario',
    () => import('./explore/command.ts'),
  ],
};

/** The command that the arguments ask for, also after `help`. */
function wanted([first, second]: readonly string[]): string | undefined {
  return first === 'help' ? second : first;
}

/** Prints why a command failed and sets the exit code: 2 for bad usage, 3 for everything else. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // It has told what it had to tell: help, the version, or what was wrong with the arguments.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const { name = '', message = String(error), stack } = error instanceof Error ? error : {};
  process.exitCode = name === 'ConfigError' ? 2 : 3;
  if (name === 'ConfigError' || name === 'AdapterError') {
    complain(message);
    return;
  }
  complain(stack ?? message);
  complain('This is a fault of portalproof; please report it with the line above.');
}

/**
 * Runs one command, given its arguments without node and script. Resolves when it is done; the exit code is
 * `process.exitCode`.
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  const program = new Command('portalproof')
    .description(
      'Proves whether a health-plan provider portal handles referrals and authorizations as the rules require.',
    )
    .version(programName())
    .addHelpText(
      'after',
      '\nExit codes: 0 conformant · 1 a rule failed · 2 bad usage · 3 the run could not be finished · 4 a gate was missed',
    )
    .showHelpAfterError()
    .exitOverride();
  try {
    const asked = wanted(args);
    for (const [name, [summary, load]] of Object.entries(COMMANDS)) {
      const command = program.command(name).description(summary);
      if (name === asked) (await load()).define(command);
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    fail(error);
  }
}
