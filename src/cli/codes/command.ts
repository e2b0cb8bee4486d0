import type { Command } from 'commander';
import { stringify } from 'yaml';
import { DIAGNOSES, PROCEDURES } from '../../simulator/index.ts';
import { print } from '../shared/ports.ts';

/** `portalproof codes`: the code sets of the standard world, as a file to change and give to `run --codes`. */
export const define = (command: Command): void => {
  command.action(() => {
    print(stringify({ diagnoses: [...DIAGNOSES], procedures: [...PROCEDURES] }).trimEnd());
  });
};
