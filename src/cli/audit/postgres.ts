import { type Database, type Input, SourceError, stage } from '../../audit/index.ts';
import { ConfigError } from '../shared/config-error.ts';

const PAGE = 10_000;

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
    await client.query('BEGIN READ ONLY');
    await client.query("SET LOCAL TIME ZONE 'UTC'");
    await client.query(`DECLARE log NO SCROLL CURSOR FOR SELECT * FROM ${table}`);
    const first = await client.query({ text: 'FETCH 0 FROM log', rowMode: 'array' });
    const columns = first.fields.map(({ name }) => name);
    const types = { getTypeParser: () => (value: string) => value };
    async function* entries() {
      let line = 0;
      for (;;) {
        const page = await client.query({ text: `FETCH ${PAGE} FROM log`, rowMode: 'array', types });
        if (page.rows.length === 0) return;
        for (const cells of page.rows as (string | null)[][]) {
          line += 1;
          yield {
            line,
            cells: cells.map(
              (cell) => cell?.replace(/^(\d{4}-\d{2}-\d{2}) (.*[+-]\d{2})$/, '$1T$2:00') ?? null,
            ),
          };
        }
      }
    }
    return (await stage(db, [{ name: table, records: { columns, entries: entries() } }])).input;
  } catch (error) {
    throw new SourceError(`${shown}, table ${table}: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
