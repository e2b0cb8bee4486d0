import { type Database, type Input, SourceError, stage, tableRecords } from '../../audit/index.ts';
import { ConfigError } from '../shared/config-error.ts';

/** Copies a table of a PostgreSQL database. Throws SourceError where it cannot be reached or read. */
export async function postgresInput(
  db: Database,
  address: string,
  table: string | undefined,
): Promise<Input> {
  if (table === undefined || !/^[A-Za-z_][\w.]*$/.test(table)) {
    throw new ConfigError('name the table of the PostgreSQL database with --table, as schema.table');
  }
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: address });
  const shown = address.replace(/\/\/[^@]*@/, '//');
  try {
    await client.connect();
    return (await stage(db, [{ name: table, records: await tableRecords(client, table) }])).input;
  } catch (error) {
    throw new SourceError(`${shown}, table ${table}: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
