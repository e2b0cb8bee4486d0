import { type Command, Option } from 'commander';
import { complain } from './ports.ts';

/**
 * Keeps an option under its old name for one version: it is not in the help, sets the new option, and prints one notice
 * on stderr. `flags` is as commander writes it, such as `--reading <name>`.
 */
export function oldOption(command: Command, flags: string, now: string): Command {
  const option = new Option(flags).hideHelp();
  const target = command.options.find(({ long }) => long === now);
  if (!target) throw new RangeError(`there is no option ${now}`);
  return command.addOption(option).on(`option:${option.name()}`, (value?: string | null) => {
    complain(`${option.long} is now called ${now}; the old name works in this version only.`);
    command.setOptionValueWithSource(target.attributeName(), value ?? !target.negate, 'cli');
  });
}
