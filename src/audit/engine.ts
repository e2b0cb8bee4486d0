import { countFindings } from './count/count.ts';
import { DAY_US, dayOf, NEVER_US } from './day-table.ts';
import type { Database } from './duckdb.ts';
import { low, text } from './expression/columns.ts';
import { sqlOf } from './expression/sql.ts';
import { judgedFindings } from './findings/findings.ts';
import { type Rejected, rejectRepeats, rejectRows } from './gate.ts';
import type { Mapping } from './mapping.ts';
import { type Input, Normalizer } from './normalize.ts';
import type { AuditPack } from './pack/model.ts';
import { type OutOfReach, withinReach } from './pack/within-reach.ts';
import { countOrphans, findParents, followsEnd, type Orphans } from './parents.ts';
import { withRareCollections } from './rare-collections.ts';
import type { Figures } from './results.ts';
import { SourceError } from './source/bytes.ts';
import { plainSql, type Source } from './sql/base.ts';
import { baseOfCodes, baseSource, type Question } from './sql/compile.ts';
import { conditionTest } from './sql/conditions.ts';
import { DUCKDB } from './sql/dialect.ts';
import { compileFindings } from './sql/findings.ts';
import type { SetUp } from './sql/plan.ts';

/** Joins with small tables keep the order in which they were written: they are looked up, never searched. */
const AS_WRITTEN = "SET disabled_optimizers = 'build_side_probe_side,join_order'";
const AS_USUAL = "SET disabled_optimizers = ''";

/** Rows whose keys are compared at once; each part of a larger log reads the keys again. */
const KEYS_AT_ONCE = 50_000_000;

export type OutOfScope = { readonly reason: string; readonly rows: number };

/** A log under judgement, one at a time in a database. Methods are called in the order in which they stand. */
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
  #parents = false;
  readonly #made = new Map<string, string>();
  #judged: { readonly key: string; readonly query: string } | null = null;

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

  /**
   * Finds the rows that cannot be judged, which stand in `pp_rejected (row_id, field, reason)`, and what each
   * reconsideration is about, unless that follows the end of the log. Keys of so many rows are compared at once.
   */
  async gate({ rowsAtOnce = KEYS_AT_ONCE } = {}): Promise<Rejected> {
    const { unknownValues } = await rejectRows(this.#db, this.pack, this.#source, this.#written);
    if (!this.#written && unknownValues) {
      await this.#normalize(new Normalizer(this.pack, this.#input, this.#mapping));
      await rejectRows(this.#db, this.pack, this.#source, this.#written);
    }
    const parts = Math.max(1, Math.ceil((await this.rows()) / rowsAtOnce));
    const rejected = await rejectRepeats(this.#db, this.pack, this.#source, parts);
    this.#rejected = rejected.rows;
    if (!followsEnd(this.pack)) await this.#findParents(NEVER_US - DAY_US);
    return rejected;
  }

  /** The condition over the source of the rows that were not rejected; empty where none was. */
  #kept(): string {
    return this.#rejected === 0 ? '' : `${this.#source.rowId} NOT IN (SELECT row_id FROM pp_out)`;
  }

  /** The condition over the source of the rows that are judged. */
  #where(): string {
    const received = this.#source.instant(this.pack.received)?.low ?? 'NULL';
    return [`${received} <= ${this.#until}`, this.#kept()].filter((part) => part !== '').join(' AND ');
  }

  /** Fixes where the log ends: the instant that is given (µs), or the last at which something was done. */
  async end(asOf: number | null): Promise<void> {
    const { pack } = this;
    const acts = new Set([pack.received, ...pack.duties.flatMap(({ stop }) => stop.columns)]);
    const read = pack.columns.flatMap(({ name, type }) => {
      const ends = type === 'instant' ? this.#source.instant(name) : null;
      return ends ? [{ name, ...ends }] : [];
    });
    const greatest = (of: typeof read): string =>
      `GREATEST(${of.map((ends) => `MAX(${ends.high})`).join(', ')})`;
    const kept = this.#kept();
    const found = await this.#one(
      `SELECT LEAST(${read.map((ends) => `MIN(${ends.low})`).join(', ')}) AS first, ${greatest(read)} AS last, ${greatest(read.filter(({ name }) => acts.has(name)))} AS act FROM ${this.#source.relation}${kept === '' ? '' : ` WHERE ${kept}`}`,
    );
    const number = (value: unknown, otherwise: number): number =>
      value === null || value === undefined ? otherwise : Number(value);
    const first = number(found.first, dayOf(pack.calendar.from) * DAY_US);
    this.#span = [first, Math.max(first, number(found.last, first))];
    this.#until = asOf ?? number(found.act, this.#span[1]);
  }

  /** How many rows there are at all. */
  async rows(): Promise<number> {
    return Number((await this.#one(`SELECT COUNT(*) AS n FROM ${this.#source.relation}`)).n);
  }

  /** Rows that the pack says nothing about, by reason. */
  async outOfScope(): Promise<OutOfScope[]> {
    const { pack, until } = this;
    const columns = [...new Set(pack.scope.flatMap((all) => Object.keys(all)))].filter(
      (name) => pack.columns.find((own) => own.name === name)?.type !== 'instant',
    );
    const rows = plainSql(pack, this.#source, until, this.#kept());
    const values = columns.map((name) => `${text(name)} AS ${text(name)}`);
    const inner = `SELECT ${[...values, `${low(pack.received)} > ${until} AS late`].join(', ')} FROM (${rows}) p WHERE ${low(pack.received)} > ${until} OR NOT (${sqlOf(conditionTest(pack, pack.scope, this.exact))})`;
    const groups = await this.#db.rows(
      `SELECT *, COUNT(*) AS n FROM (${inner}) o GROUP BY ALL ORDER BY n DESC`,
    );
    const byReason = new Map<string, number>();
    for (const group of groups) {
      const reason =
        group.late === true
          ? 'received after the log ends'
          : `the pack has no clock for ${columns.map((name) => `${name} ${String(group[text(name)] || 'that is empty')}`).join(', ')}`;
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
  async #setUp(tables: readonly SetUp[]): Promise<void> {
    for (const { table, statements } of tables) {
      const made = statements.join('\n');
      if (this.#made.get(table) === made) continue;
      for (const sql of statements) await this.#db.run(sql);
      this.#made.set(table, made);
    }
  }

  async #findParents(until: number): Promise<void> {
    if (this.#parents || !this.#source.parents) return;
    await findParents(this.#db, this.pack, this.#source, until);
    this.#parents = true;
  }

  /** Counts the reconsiderations whose case is not in the log. */
  async orphans(): Promise<Orphans> {
    await this.#findParents(this.until);
    return countOrphans(this.#db, this.pack, this.#source, this.until);
  }

  /** Judges every duty of every row under the three interpretations, to counts. */
  async count(): Promise<Figures> {
    const question = this.question();
    return countFindings(this.#db, question, () => this.#findParents(this.until));
  }

  /** Makes ready for every finding of the log, and answers the query that gives them, as quickly as can be. */
  async findings(): Promise<string> {
    const question = this.question();
    await this.#findParents(this.until);
    const key = JSON.stringify([baseOfCodes(question), question.span]);
    if (this.#judged?.key !== key) this.#judged = { key, query: judgedFindings(this.#db, question) };
    return this.#judged.query;
  }

  /** The same by SQL alone, of these rows or of others, under these interpretations or others: a query of few rows is ready sooner. */
  async findingsBySql(more: Partial<Question> = {}): Promise<string> {
    const question = this.question(more);
    await this.#findParents(this.until);
    const compiled = compileFindings(question);
    await this.#setUp(compiled.setUp);
    return compiled.query;
  }

  /** Whether other interpretations come to the same query, so that they can turn nothing. */
  sameAsUsual(more: Partial<Question>): boolean {
    const { interpretations: _, ...rest } = this.question(more);
    const usual = {
      default: this.pack.interpretations.default,
      strict: this.pack.interpretations.default,
      lenient: this.pack.interpretations.default,
    };
    const [own, base] = [
      compileFindings(this.question(more)),
      compileFindings({ ...rest, interpretations: usual }),
    ];
    return own.query === base.query && JSON.stringify(own.setUp) === JSON.stringify(base.setUp);
  }

  /** Runs something that reads findings, with joins as they are written. */
  async asWritten<T>(act: () => Promise<T>): Promise<T> {
    await this.#db.run(AS_WRITTEN);
    try {
      return await withRareCollections(act);
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
    const scope = sqlOf(conditionTest(this.pack, this.pack.scope, this.exact));
    return `SELECT * FROM (${plainSql(this.pack, this.#source, this.until, this.#where())}) s WHERE ${scope}`;
  }

  /** The instants between which the log lies (µs). */
  get span(): readonly [from: number, to: number] {
    return this.#span;
  }
}
