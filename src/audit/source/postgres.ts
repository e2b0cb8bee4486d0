import type { Records } from './records.ts';

const PAGE = 10_000;

type Cells = readonly (string | null)[];

/** What is needed of a connection to a PostgreSQL database; a `Client` of `pg` has it. */
export type PostgresClient = {
  readonly query: (asked: {
    readonly text: string;
    readonly rowMode: 'array';
    readonly types?: { readonly getTypeParser: () => (value: string) => string };
  }) => Promise<{ readonly fields: readonly { readonly name: string }[]; readonly rows: readonly Cells[] }>;
};

/**
 * The rows of a table, read page by page in a transaction that writes nothing, every value as text and instants in UTC.
 * `table` goes into the query as it is: check it before.
 */
export async function tableRecords(client: PostgresClient, table: string): Promise<Records> {
  const ask = (text: string) => client.query({ text, rowMode: 'array' });
  await ask('BEGIN READ ONLY');
  await ask("SET LOCAL TIME ZONE 'UTC'");
  await ask(`DECLARE log NO SCROLL CURSOR FOR SELECT * FROM ${table}`);
  const first = await ask('FETCH 0 FROM log');
  const types = { getTypeParser: () => (value: string) => value };
  async function* entries() {
    let line = 0;
    for (;;) {
      const page = await client.query({ text: `FETCH ${PAGE} FROM log`, rowMode: 'array', types });
      if (page.rows.length === 0) return;
      for (const cells of page.rows) {
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
  return { columns: first.fields.map(({ name }) => name), entries: entries() };
}
