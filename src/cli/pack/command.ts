import type { Command } from 'commander';
import { z } from 'zod';
import { packSchema } from '../../rulebook/written/grammar.ts';
import { auditPack, auditPackIds } from '../shared/audit-packs.ts';
import { print } from '../shared/ports.ts';

/** `portalproof pack`: lists the packs of the audit, and checks one that a user wrote. */
export const define = (command: Command): void => {
  command
    .command('list')
    .description('the packs that are shipped')
    .action(() => {
      for (const id of auditPackIds()) {
        const { title, dated, clocks } = auditPack(id);
        const confirmed = clocks.filter((clock) => clock.confirmed).length;
        print(`${id.padEnd(20)} ${title}; dated ${dated}; ${clocks.length} clocks, ${confirmed} confirmed`);
      }
    });
  command
    .command('check')
    .description('check a pack of your own; exit code 2 with every fault and its line')
    .argument('<file...>')
    .action((files: string[]) => {
      for (const file of files) {
        const { id, clocks, duties, columns } = auditPack(file);
        print(
          `${file}: ${id} is sound: ${columns.length} columns, ${duties.length} duties, ${clocks.length} clocks`,
        );
      }
    });
  command
    .command('schema')
    .description('the JSON Schema of a pack, for an editor')
    .action(() =>
      print(JSON.stringify(z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' }), null, 2)),
    );
};
