import { type Format, SourceError } from './bytes.ts';
import { pasRecords } from './fhir-pas.ts';
import { ocelRecords } from './ocel.ts';
import type { Records } from './records.ts';
import { x12Records } from './x12.ts';
import { xesRecords } from './xes.ts';

const MOST = 512 * 1024 * 1024;

async function whole(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST)
      throw new SourceError(
        `${name} is larger than ${MOST >> 20} MB, the most that is read of XES, OCEL, FHIR and X12; part it`,
      );
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Reads logs of other kinds into rows of determinations. Throws SourceError where a file is none of them. */
export async function recordsOf(
  name: string,
  format: Format,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Records> {
  const text = await whole(name, bytes);
  if (format === 'xml') return xesRecords(name, text);
  if (format === 'x12') return x12Records(name, text);
  let value: unknown;
  try {
    value = jsonOf(text);
  } catch (error) {
    throw new SourceError(
      `${name} is not JSON: ${(error as Error).message}; give NDJSON (an object on every line), OCEL 2.0 or a FHIR bundle`,
    );
  }
  const ocel = ocelRecords(name, value);
  if (ocel) return ocel;
  const pas = pasRecords(value);
  if (pas) return pas;
  if (Array.isArray(value)) return listRecords(name, value);
  throw new SourceError(`${name} is JSON, but neither OCEL 2.0, nor a FHIR bundle, nor a list of rows`);
}

/** JSON as one value, or as a list of the values of its lines. Throws what JSON.parse throws of the whole. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2 || !lines.every((line) => line.startsWith('{'))) throw error;
    return lines.map((line): unknown => JSON.parse(line));
  }
}

function listRecords(name: string, rows: readonly unknown[]): Records {
  const objects = rows.map((row) =>
    row !== null && typeof row === 'object' ? (row as Record<string, unknown>) : null,
  );
  const columns = [...new Set(objects.flatMap((row) => (row ? Object.keys(row) : [])))];
  if (columns.length === 0)
    throw new SourceError(`${name} is a JSON list without objects; give one object for each determination`);
  async function* entries() {
    for (const [index, row] of objects.entries()) {
      const line = index + 1;
      if (!row) yield { line, problem: 'the item is no object', column: null, value: '' };
      else
        yield {
          line,
          cells: columns.map((column) =>
            row[column] === null || row[column] === undefined ? null : String(row[column]),
          ),
        };
    }
  }
  return { columns, entries: entries() };
}
