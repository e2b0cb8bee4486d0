import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { oldOption } from './old-options.ts';

/** What a command gets from some arguments, with an option of each kind under an old name. */
function optionsFrom(args: readonly string[]): Record<string, unknown> {
  const command = new Command()
    .option('--interpretation <name>', 'which', 'all')
    .option('--inject-faults', 'whether')
    .option('--no-control-run', 'whether not');
  oldOption(command, '--reading <name>', '--interpretation');
  oldOption(command, '--troubles', '--inject-faults');
  oldOption(command, '--no-canary', '--no-control-run');
  const { interpretation, injectFaults, controlRun } = command.parse(args, { from: 'user' }).opts();
  return { interpretation, injectFaults, controlRun };
}

describe('an option under its old name', () => {
  let stderr: MockInstance<typeof process.stderr.write>;
  beforeEach(() => {
    stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => stderr.mockRestore());

  it('changes nothing and prints nothing where it is not used', () => {
    expect(optionsFrom([])).toEqual({ interpretation: 'all', injectFaults: undefined, controlRun: true });
    expect(optionsFrom(['--interpretation', 'strict']).interpretation).toBe('strict');
    expect(stderr).not.toHaveBeenCalled();
  });

  it.each([
    [['--reading', 'strict'], 'interpretation', 'strict', '--interpretation'],
    [['--troubles'], 'injectFaults', true, '--inject-faults'],
    [['--no-canary'], 'controlRun', false, '--no-control-run'],
  ] as const)('%s sets the new option and prints one notice', (args, name, value, now) => {
    expect(optionsFrom(args)[name]).toBe(value);
    expect(stderr).toHaveBeenCalledTimes(1);
    expect(String(stderr.mock.calls[0]?.[0])).toContain(`now called ${now}`);
  });

  it('is not in the help', () => {
    const command = new Command().option('--interpretation <name>', 'which');
    expect(oldOption(command, '--reading <name>', '--interpretation').helpInformation()).not.toContain(
      '--reading',
    );
  });

  it('must stand for an option that exists', () => {
    expect(() => oldOption(new Command(), '--reading <name>', '--interpretation')).toThrow(RangeError);
  });
});
