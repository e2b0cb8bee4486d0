import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly file: (name: string) => string;
  readonly json: () => AuditJson;
};

export type AuditJson = {
  readonly rows: {
    readonly in: number;
    readonly judged: number;
    readonly outOfScope: number;
    readonly rejected: number;
  };
  readonly tally: Readonly<Record<string, number>>;
  readonly rules: readonly { readonly rule: string; readonly tally: Readonly<Record<string, number>> }[];
  readonly worst: readonly unknown[];
  readonly sample: { readonly ledgers: readonly { readonly caseId: string }[] } | null;
  readonly others?: readonly AuditJson[];
  readonly metrics: readonly Readonly<Record<string, unknown>>[] | null;
  readonly weaker: readonly { readonly pack: string; readonly cases: number }[];
  readonly flipped: readonly unknown[];
  readonly quality: readonly { readonly column: string; readonly says: string; readonly rows: number }[];
  readonly outOfScope: readonly { readonly reason: string; readonly rows: number }[];
};

const argumentsOf = (folder: string, args: readonly string[]): string[] => [
  'audit',
  ...args,
  '--out',
  join(folder, 'out'),
  '--threads',
  '1',
];

/** Runs `portalproof audit` as its user would, writing into a folder. */
export function runAudit(folder: string, args: readonly string[]): Ran {
  const ran = spawnSync(process.execPath, [MAIN, ...argumentsOf(folder, args)], {
    encoding: 'utf8',
    cwd: folder,
  });
  return ranOf(folder, { code: ran.status, out: ran.stdout, err: ran.stderr });
}

/**
 * Runs the same command in this process, for tests of many small logs: what costs most is then done once. Folder,
 * exit code and what is written to the console are those of the command alone, and put back afterwards.
 */
export async function auditHere(folder: string, args: readonly string[]): Promise<Ran> {
  const told = { out: '', err: '' };
  const before = { folder: process.cwd(), code: process.exitCode };
  const hear = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    told[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ];
  try {
    process.chdir(folder);
    process.exitCode = 0;
    await runProgram(argumentsOf(folder, args));
    return ranOf(folder, { code: Number(process.exitCode), ...told });
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.chdir(before.folder);
    process.exitCode = before.code;
  }
}

function ranOf(folder: string, ran: Pick<Ran, 'code' | 'out' | 'err'>): Ran {
  const out = join(folder, 'out');
  const file = (name: string): string =>
    existsSync(join(out, name)) ? readFileSync(join(out, name), 'utf8') : '';
  return {
    ...ran,
    file,
    json: () => JSON.parse(file('audit.json')) as AuditJson,
  };
}

/** A pack of three columns, small enough that a whole audit takes a second. */
export const SMALL_PACK = `pack: permits
title: Building permits of a town that does not exist
dated: 2026-01-01
zone: America/Chicago
calendar: { from: 2025-01-01, to: 2027-12-31, holidays: [[2026-01-19, Founders' Day]] }
columns:
  permit_id: { required: true, means: the application }
  kind: { required: true, values: [house, shed], means: what is to be built }
  filed_at: { type: instant, required: true, means: when it was filed }
  planned_at: { type: instant, means: the date that was promised }
  granted_at: { type: instant, means: when it was granted or refused }
  open: { type: boolean, means: whether it is still open }
key: { case: permit_id }
received: filed_at
duties:
  decision: { title: Decision, stops: granted_at }
  promise: { title: Decision by the promised date, stops: granted_at }
clocks:
  - duty: decision
    rule: permits.house.10bd
    applies: { kind: house }
    arms: [{ within: 10 business-days, of: filed_at }, { within: 20 calendar-days, of: filed_at, rule: permits.house.20cd }]
    cite: Town code, section 4
    confirmed: true
  - duty: decision
    rule: permits.shed.48h
    applies: { kind: shed }
    arms: [{ within: 48 hours, of: filed_at }]
    cite: Town code, section 5
    confirmed: true
  - duty: promise
    rule: permits.promise.day
    arms: [{ within: 0 calendar-days, of: planned_at }]
    cite: Town code, section 9
    confirmed: true
by: [kind]
`;
