import { cpus, totalmem } from 'node:os';

/** The machine that a row was measured on: figures of two machines are not compared. */
export const machine = (): string =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;

/** A number with at most four significant digits. */
export const short = (value: number): string =>
  Number(value.toPrecision(4)).toLocaleString('en-US', { maximumFractionDigits: 3 });
