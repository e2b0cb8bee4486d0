import { DAY_US, dayOf, NEVER_US } from './day-table.ts';
import type { Database } from './duckdb.ts';
import { checksOf, keyHash, rejectSql } from './gate.ts';
import type { Mapping } from './mapping.ts';
import { type Input, Normalizer } from './normalize.ts';
import type { AuditPack } from './pack/model.ts';
import { type OutOfReach, withinReach } from './pack/within-reach.ts';
import { type Figures, Sum } from './results.ts';
import { SourceError } from './source/bytes.ts';
import { parentSql, plainSql, type Source } from './sql/base.ts';
import { baseSource, compileCounts, compileFindings, compileUnusual, type Question } from './sql/compile.ts';
import { conditionSql, low } from './sql/conditions.ts';
import { DUCKDB, quoted } from './sql/dialect.ts';
import { repeatStatements } from './sql/repeats.ts';

/** Joins with small tables keep the order in which they were written: they are looked up, never searched. */
const AS_WRITTEN = "SET disabled_optimizers = 'build_side_probe_side,join_order'";
const AS_USUAL = "SET disabled_optimizers = ''";

export type Rejected = { readonly rows: number; readonly problems: number };
export type OutOfScope = { readonly reason: string; readonly rows: number };

/** A log under judgement. Methods are called in the order in which they stand. */
export class Audit {
  /** The pack as far as the log can be judged by it. */
  readonly pack: AuditPack;
  /** The clocks for which the log lacks a column. */
  readonly lost: readonly OutOfReach[];
  readonly #db: Database;
  readonly #input: Input;
  readonly #mapping: Mapping | null;
  #source: Source;
  #written = false;
  #until = 0;
  #span: readonly [number, number] = [0, 0];
  #rejected = 0;
  readonly #made = new Map<string, string>();

  private constructor(
    db: Database,
    pack: AuditPack,
    input: Input,
    mapping: Mapping | null,
    source: Source,
    lost: readonly OutOfReach[],
  ) {
    this.lost = lost;
    this.#db = db;
    this.pack = pack;
    this.#input = input;
    this.#mapping = mapping;
    this.#source = source;
  }

  /**
   * Makes a log ready to be judged. Throws SourceError where a column that every row needs is not there.
   */
  static async open(db: Database, pack: AuditPack, input: Input, mapping: Mapping | null): Promise<Audit> {
    const normalizer = new Normalizer(pack, input, mapping);
    const missing = pack.columns.filter(
      (column) => column.required === true && normalizer.written(column) === null,
    );
    if (missing.length > 0) {
      throw new SourceError(
        `${input.name} has no column ${missing.map(({ name }) => name).join(', ')}, which the pack ${pack.id} needs; it has ${[...input.columns.keys()].join(', ')}. Write a mapping, or let \`audit --infer\` propose one`,
      );
    }
    const has = new Set(
      pack.columns.filter((column) => normalizer.written(column) !== null).map(({ name }) => name),
    );
    const reach = withinReach(pack, (name) => has.has(name));
    if (reach.pack.clocks.length === 0) {
      const columns = [...new Set(reach.lost.map(({ column }) => column))];
      throw new SourceError(
        `${input.name} lacks ${columns.join(', ')}, without which no duty of the pack ${pack.id} can be judged; write a mapping, or let \`audit --infer\` propose one`,
      );
    }
    const audit = new Audit(db, reach.pack, input, mapping, normalizer.directSource(), reach.lost);
    if (!normalizer.direct()) await audit.#normalize(normalizer);
    return audit;
  }

  async #normalize(normalizer: Normalizer): Promise<void> {
    await this.#db.run(normalizer.tableSql());
    const pairs = this.pack.columns
      .filter(({ type }) => type === 'instant')
      .map(({ name }) => `(${low(name)} IS NULL OR ${low(name)} = h_${name})`);
    const [row] = await this.#db.rows(
      `SELECT COALESCE(bool_and(${pairs.join(' AND ')}), TRUE) AS exact FROM pp_log`,
    );
    const parents = this.pack.parent !== undefined;
    this.#source = baseSource('pp_log', { ...this.#source, exact: row?.exact === true, parents });
    this.#written = true;
  }

  get exact(): boolean {
    return this.#source.exact;
  }
  get source(): Source {
    return this.#source;
  }
  /** The log as it was read. */
  get input(): Input {
    return this.#input;
  }
  /** What the log has for a column, before it is understood, as SQL over the input; null where it has none. */
  written(name: string): string | null {
    const column = this.pack.columns.find((own) => own.name === name);
    return column ? new Normalizer(this.pack, this.#input, this.#mapping).written(column) : null;
  }
  /** Where the log ends (µs). */
  get until(): number {
    return this.#until;
  }

  async #one(sql: string): Promise<Record<string, unknown>> {
    return (await this.#db.rows(sql))[0] ?? {};
  }

  /** Finds the rows that cannot be judged; they stand in `pp_rejected (row_id, field, reason)`. */
  async gate(options: { readonly parts: number }): Promise<Rejected> {
    await this.#reject();
    const unknown = await this.#one("SELECT COUNT(*) AS n FROM pp_rejected WHERE reason LIKE 'is none of%'");
    if (!this.#written && Number(unknown.n) > 0) {
      await this.#normalize(new Normalizer(this.pack, this.#input, this.#mapping));
      await this.#reject();
    }
    const hash = keyHash(this.pack, this.#source);
    for (const sql of repeatStatements(this.pack, this.#source, hash, options.parts, NEVER_US - DAY_US))
      await this.#db.run(sql);
    await this.#db.run(
      `INSERT INTO pp_rejected SELECT row_id, ${quoted(this.pack.key.case)}, CASE WHEN same THEN 'repeats an earlier row, word for word' ELSE 'contradicts another row of the same case and decision' END FROM pp_repeat`,
    );
    const found = await this.#one(
      'SELECT COUNT(DISTINCT row_id) AS rows, COUNT(*) AS problems FROM pp_rejected',
    );
    this.#rejected = Number(found.rows);
    await this.#db.run('CREATE OR REPLACE TEMP TABLE pp_out AS SELECT DISTINCT row_id FROM pp_rejected');
    return { rows: this.#rejected, problems: Number(found.problems) };
  }

  async #reject(): Promise<void> {
    const checks = checksOf(this.pack, this.#source.exact, this.#written);
    const names = checks.map(
      ({ column, reason }, place) => `(${place}, ${quoted(column)}, ${quoted(reason)})`,
    );
    await this.#db.run(
      'CREATE OR REPLACE TEMP TABLE pp_check (place INTEGER, field VARCHAR, reason VARCHAR)',
    );
    await this.#db.run(`INSERT INTO pp_check VALUES ${names.join(', ')}`);
    await this.#db.run(
      `CREATE OR REPLACE TEMP TABLE pp_rejected AS SELECT r.row_id, c.field, c.reason FROM (${rejectSql(this.pack, this.#source, this.#written)}) r JOIN pp_check c ON c.place = r.place`,
    );
  }

  /** The condition over the source of the rows that are judged. */
  #where(): string {
    const { rowId, instant } = this.#source;
    const received = instant(this.pack.received)?.low ?? 'NULL';
    const kept = this.#rejected === 0 ? '' : ` AND ${rowId} NOT IN (SELECT row_id FROM pp_out)`;
    return `${received} <= ${this.#until}${kept}`;
  }

  /** Fixes where the log ends: the instant that is given (µs), or the last in the log. */
  async end(asOf: number | null): Promise<void> {
    const instants = this.pack.columns
      .filter(({ type }) => type === 'instant')
      .flatMap(({ name }) => this.#source.instant(name) ?? []);
    const kept =
      this.#rejected === 0 ? '' : ` WHERE ${this.#source.rowId} NOT IN (SELECT row_id FROM pp_out)`;
    const ends = instants.map((ends) => `MAX(${ends.high})`);
    const starts = instants.map((ends) => `MIN(${ends.low})`);
    const found = await this.#one(
      `SELECT LEAST(${starts.join(', ')}) AS first, GREATEST(${ends.join(', ')}) AS last FROM ${this.#source.relation}${kept}`,
    );
    const fallback = dayOf(this.pack.calendar.from) * DAY_US;
    const first = found.first === null || found.first === undefined ? fallback : Number(found.first);
    const last = found.last === null || found.last === undefined ? first : Number(found.last);
    this.#until = asOf ?? (await this.#lastAct(kept)) ?? last;
    this.#span = [first, Math.max(first, last)];
  }

  /** The last instant at which something was done, for a log whose end was not given. */
  async #lastAct(kept: string): Promise<number | null> {
    const { pack } = this;
    const acts = [...new Set([pack.received, ...pack.duties.flatMap(({ stop }) => stop.columns)])].flatMap(
      (name) => this.#source.instant(name) ?? [],
    );
    const found = await this.#one(
      `SELECT GREATEST(${acts.map((ends) => `MAX(${ends.high})`).join(', ')}) AS last FROM ${this.#source.relation}${kept}`,
    );
    return found.last === null || found.last === undefined ? null : Number(found.last);
  }

  /** How many rows there are at all. */
  async rows(): Promise<number> {
    return Number((await this.#one(`SELECT COUNT(*) AS n FROM ${this.#source.relation}`)).n);
  }

  /** Rows that the pack says nothing about, by reason. */
  async outOfScope(): Promise<OutOfScope[]> {
    const { pack, until } = this;
    const kept = this.#rejected === 0 ? 'TRUE' : `${this.#source.rowId} NOT IN (SELECT row_id FROM pp_out)`;
    const received = this.#source.instant(pack.received)?.low ?? 'NULL';
    const columns = [...new Set(pack.scope.flatMap((all) => Object.keys(all)))];
    const values = columns.map((name) => `COALESCE(${this.#source.text(name) ?? "''"}, '') AS s_${name}`);
    const late = `${received} > ${until} AS late`;
    const inner = `SELECT ${[...values, late].join(', ')} FROM ${this.#source.relation} WHERE ${kept}`;
    const groups = await this.#db.rows(
      `SELECT ${[...columns.map((name) => `s_${name}`), 'late'].join(', ')}, COUNT(*) AS n FROM (${inner}) o WHERE late OR NOT (${conditionSql(pack, pack.scope, true)}) GROUP BY ALL ORDER BY n DESC`,
    );
    const byReason = new Map<string, number>();
    for (const group of groups) {
      const reason =
        group.late === true
          ? 'received after the log ends'
          : `the pack has no clock for ${columns.map((name) => `${name} ${String(group[`s_${name}`] || 'that is empty')}`).join(', ')}`;
      byReason.set(reason, (byReason.get(reason) ?? 0) + Number(group.n));
    }
    return [...byReason].map(([reason, rows]) => ({ reason, rows }));
  }

  question(more: Partial<Question> = {}): Question {
    const { pack, until } = this;
    return {
      pack,
      source: this.#source,
      dialect: DUCKDB,
      until,
      span: this.#span,
      where: this.#where(),
      ...more,
    };
  }

  /** Makes the tables of a query; those that are there already stay. */
  async #setUp(statements: readonly string[]): Promise<void> {
    const tables = statements.join('\n').split(/(?=^DROP TABLE IF EXISTS )/m);
    for (const table of tables) {
      const [, name = ''] = /^DROP TABLE IF EXISTS (\w+)/.exec(table) ?? [];
      if (this.#made.get(name) === table) continue;
      for (const sql of statements.filter((own) => own.includes(` ${name} `) || own.endsWith(` ${name}`)))
        await this.#db.run(sql);
      this.#made.set(name, table);
    }
  }

  /** Finds what each reconsideration is about; its row is looked for among all rows that can be judged. */
  async #parents(question: Question): Promise<void> {
    if (!question.source.parents) return;
    await this.#db.run('DROP TABLE IF EXISTS pp_parent');
    await this.#db.run(parentSql(this.pack, question.source, this.until, DUCKDB.temporary));
  }

  /** Judges every duty of every row under the three readings, to counts. */
  async count(): Promise<Figures> {
    const question = this.question();
    const sum = new Sum(this.pack);
    await this.#db.run(AS_WRITTEN);
    if (!question.source.exact) {
      await this.#parents(question);
      await this.#add(sum, question);
    } else {
      await this.#add(sum, { ...question, rows: 'ordinary' });
      const unusual = compileUnusual(question);
      await this.#db.run(`CREATE OR REPLACE TEMP TABLE pp_unusual AS ${unusual.query}`);
      await this.#db.run(AS_USUAL);
      await this.#parents(question);
      await this.#db.run(AS_WRITTEN);
      const { where: _, ...rest } = question;
      await this.#add(sum, { ...rest, source: baseSource('pp_unusual', question.source) });
    }
    await this.#db.run(AS_USUAL);
    return sum.figures();
  }

  async #add(sum: Sum, question: Question): Promise<void> {
    const compiled = compileCounts(question);
    await this.#setUp(compiled.setUp);
    sum.add(compiled.slots, await this.#db.rows(compiled.query));
  }

  /** Makes ready for findings, and answers the query that gives them. */
  async findings(more: Partial<Question> & { readonly constant?: boolean } = {}): Promise<string> {
    const question = this.question(more);
    if (!more.source) await this.#parents(question);
    const compiled = compileFindings({ ...question, ...(more.constant ? { constant: true } : {}) });
    await this.#setUp(compiled.setUp);
    return compiled.query;
  }

  /** Whether other readings come to the same query, so that they can turn nothing. */
  sameAsUsual(more: Partial<Question>): boolean {
    const { readings: _, ...rest } = this.question(more);
    const usual = {
      default: this.pack.readings.default,
      strict: this.pack.readings.default,
      lenient: this.pack.readings.default,
    };
    const [own, base] = [compileFindings(this.question(more)), compileFindings({ ...rest, readings: usual })];
    return own.query === base.query && own.setUp.join() === base.setUp.join();
  }

  /** Runs something that reads findings, with joins as they are written. */
  async asWritten<T>(act: () => Promise<T>): Promise<T> {
    await this.#db.run(AS_WRITTEN);
    try {
      return await act();
    } finally {
      await this.#db.run(AS_USUAL);
    }
  }

  /** The query that copies some rows, chosen by a query for their ids, under their base names. */
  subset(ids: string): string {
    const where = `${this.#source.rowId} IN (${ids})`;
    return `SELECT * FROM (${plainSql(this.pack, this.#source, this.until, where)}) s`;
  }

  /** The query for every row that is judged, under its base names. */
  judgedRows(): string {
    const scope = conditionSql(this.pack, this.pack.scope, this.exact);
    return `SELECT * FROM (${plainSql(this.pack, this.#source, this.until, this.#where())}) s WHERE ${scope}`;
  }

  /** The instants between which the log lies (µs). */
  get span(): readonly [from: number, to: number] {
    return this.#span;
  }
}
