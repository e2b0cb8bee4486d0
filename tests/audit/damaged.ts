// biome-ignore-all lint/style/noExcessiveLinesPerFile: a table of damaged logs, one entry each
import { gzipSync } from 'node:zlib';

/** A damaged log, or one that only looks damaged, and what has to become of it. */
export type Damaged = {
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Buffer;
  /** Refused with a message of this kind, or read with so many rows judged and rejected. */
  readonly refused?: RegExp;
  readonly judged?: number;
  readonly rejected?: number;
  readonly reasons?: readonly RegExp[];
};

const HEADER = 'permit_id,kind,filed_at,granted_at';
const good = (id: string): string => `${id},shed,2026-03-02T09:00:00-06:00,2026-03-03T09:00:00-06:00`;
const csv =
  (...lines: readonly string[]): (() => Buffer) =>
  () =>
    Buffer.from(`${lines.join('\n')}\n`);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const three = [HEADER, good('A'), good('B'), good('C')];

/** The corpus. Every entry is made here, so that what is wrong with it can be read. */
export const DAMAGED: readonly Damaged[] = [
  { name: 'is whole', file: 'a.csv', bytes: csv(...three), judged: 3, rejected: 0 },
  { name: 'is empty', file: 'a.csv', bytes: () => Buffer.alloc(0), refused: /is empty/ },
  { name: 'is blank', file: 'a.csv', bytes: csv('', '  ', ''), refused: /nothing but blanks/ },
  { name: 'has a header alone', file: 'a.csv', bytes: csv(HEADER), judged: 0, rejected: 0 },
  { name: 'has no header', file: 'a.csv', bytes: csv(good('A'), good('B')), refused: /no column permit_id/ },
  {
    name: 'has the wrong columns',
    file: 'a.csv',
    bytes: csv('id,when', '1,2'),
    refused: /no column permit_id, kind, filed_at/,
  },
  {
    name: 'has a column twice',
    file: 'a.csv',
    bytes: csv(`${HEADER},kind`, `${good('A')},shed`),
    refused: /two columns named/,
  },
  {
    name: 'begins with a byte-order mark',
    file: 'a.csv',
    bytes: () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(...three)()]),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'is UTF-16, little end first',
    file: 'a.csv',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${three.join('\n')}\n`, 'utf16le')]),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'is UTF-16, big end first',
    file: 'a.csv',
    bytes: () =>
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(`${three.join('\n')}\n`, 'utf16le').swap16()]),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'has Windows line ends',
    file: 'a.csv',
    bytes: () => Buffer.from(three.join('\r\n')),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'is parted by semicolons',
    file: 'a.csv',
    bytes: () => Buffer.from(three.join('\n').replaceAll(',', ';')),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'is parted by tabs',
    file: 'a.tsv',
    bytes: () => Buffer.from(three.join('\n').replaceAll(',', '\t')),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'is parted by bars',
    file: 'a.txt',
    bytes: () => Buffer.from(three.join('\n').replaceAll(',', '|')),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'has every cell in quotes',
    file: 'a.csv',
    bytes: () =>
      Buffer.from(
        three
          .map((line) =>
            line
              .split(',')
              .map((cell) => `"${cell}"`)
              .join(','),
          )
          .join('\n'),
      ),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'has quotes, commas and line ends in a cell',
    file: 'a.csv',
    bytes: csv(HEADER, good('"A ""one"", first\nand second"'), good('B')),
    judged: 2,
    rejected: 0,
  },
  {
    name: 'has a row of too few cells',
    file: 'a.csv',
    bytes: csv(...three, 'D,shed'),
    judged: 3,
    rejected: 1,
    reasons: [/has 2 cells; the header has 4/],
  },
  {
    name: 'has a row of too many cells',
    file: 'a.csv',
    bytes: csv(...three, `${good('D')},more`),
    judged: 3,
    rejected: 1,
    reasons: [/has 5 cells/],
  },
  {
    name: 'is torn in its last row',
    file: 'a.csv',
    bytes: () => Buffer.from(three.join('\n').slice(0, -40)),
    judged: 2,
    rejected: 1,
    reasons: [/cells; the header has 4|no date or time/],
  },
  {
    name: 'has a quote that never closes',
    file: 'a.csv',
    bytes: csv(...three, `"D,shed,2026-03-02`),
    judged: 3,
    rejected: 1,
    reasons: [/quote/],
  },
  {
    name: 'has a quote inside a bare cell',
    file: 'a.csv',
    bytes: csv(HEADER, good('A"b'), good('B')),
    judged: 1,
    rejected: 1,
    reasons: [/quote/],
  },
  {
    name: 'has Windows letters in one row',
    file: 'a.csv',
    bytes: () => Buffer.concat([csv(...three)(), latin(`${good('M\xfcller')}\n`)]),
    judged: 3,
    rejected: 1,
    reasons: [/not UTF-8/],
  },
  {
    name: 'has letters outside ASCII',
    file: 'a.csv',
    bytes: csv(HEADER, good('Ä-1'), good('漢-2')),
    judged: 2,
    rejected: 0,
  },
  {
    name: 'holds zero bytes',
    file: 'a.csv',
    bytes: () => Buffer.concat([csv(...three)(), Buffer.alloc(200)]),
    refused: /zero bytes/,
  },
  {
    name: 'has a line of two million characters',
    file: 'a.csv',
    bytes: csv(HEADER, good('A'), `B${'x'.repeat(2_000_000)},shed,,`, good('C')),
    judged: 2,
    rejected: 1,
    reasons: [/longer than/],
  },
  {
    name: 'is a zip archive',
    file: 'a.csv',
    bytes: () => Buffer.from('PK\u0003\u0004whatever'),
    refused: /zip archive or a spreadsheet/,
  },
  {
    name: 'is an old spreadsheet',
    file: 'a.xls',
    bytes: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    refused: /spreadsheet/,
  },
  { name: 'is gzip', file: 'a.csv.gz', bytes: () => gzipSync(csv(...three)()), judged: 3, rejected: 0 },
  {
    name: 'is torn gzip',
    file: 'a.csv.gz',
    bytes: () =>
      gzipSync(
        Buffer.from(`${HEADER}\n${Array.from({ length: 3000 }, (_, i) => good(`P${i * 7919}`)).join('\n')}`),
      ).subarray(0, 9000),
    refused: /damaged gzip/,
  },
  {
    name: 'is a gzip bomb',
    file: 'a.csv.gz',
    bytes: bomb,
    refused: /unpacks to more than 200 times its size/,
  },
  { name: 'is Parquet only by name', file: 'a.parquet', bytes: csv(...three), judged: 3, rejected: 0 },
  {
    name: 'is torn Parquet',
    file: 'a.parquet',
    bytes: () => Buffer.from('PAR1 and no more'),
    refused: /cannot be read as Parquet/,
  },
  {
    name: 'has dates that do not exist',
    file: 'a.csv',
    bytes: csv(...three, 'D,shed,2026-02-30T09:00:00Z,'),
    judged: 3,
    rejected: 1,
    reasons: [/filed_at.*2026-02-30T09:00:00Z.*no date or time/],
  },
  {
    name: 'has dates in another form',
    file: 'a.csv',
    bytes: csv(...three, 'D,shed,03/02/2026,'),
    judged: 3,
    rejected: 1,
    reasons: [/03\/02\/2026/],
  },
  {
    name: 'has an impossible offset',
    file: 'a.csv',
    bytes: csv(...three, 'D,shed,2026-03-02T09:00:00+25:00,'),
    judged: 3,
    rejected: 1,
    reasons: [/no date or time/],
  },
  {
    name: 'mixes zones, days and minutes',
    file: 'a.csv',
    bytes: csv(
      HEADER,
      'A,shed,2026-03-02T15:00:00Z,2026-03-03T09:00:00-06:00',
      'B,shed,2026-03-02 09:00,2026-03-03',
      'C,shed,2026-03-02T09:00:00.123456+01:00,',
    ),
    judged: 3,
    rejected: 0,
  },
  {
    name: 'has a time in the hour that the clocks skip, and one that they repeat',
    file: 'a.csv',
    bytes: csv(HEADER, 'A,shed,2026-03-08T02:30:00,', 'B,shed,2025-11-02T01:30:00,'),
    judged: 2,
    rejected: 0,
  },
  {
    name: 'has years far away',
    file: 'a.csv',
    bytes: csv(...three, 'D,shed,0026-03-02T09:00:00Z,', 'E,shed,2926-03-02T09:00:00Z,'),
    judged: 3,
    rejected: 2,
    reasons: [/outside the calendar/],
  },
  {
    name: 'has unknown values',
    file: 'a.csv',
    bytes: csv(...three, 'D,castle,2026-03-02T09:00:00Z,', 'E,SHED,2026-03-02T09:00:00Z,'),
    judged: 4,
    rejected: 1,
    reasons: [/none of house, shed/],
  },
  {
    name: 'has rows without what they need',
    file: 'a.csv',
    bytes: csv(...three, ',shed,2026-03-02T09:00:00Z,', 'D,,2026-03-02T09:00:00Z,', 'E,shed,,'),
    judged: 3,
    rejected: 3,
    reasons: [/is missing/],
  },
  {
    name: 'has a row twice, and one that contradicts another',
    file: 'a.csv',
    bytes: csv(...three, good('C'), 'B,house,2026-03-02T09:00:00Z,'),
    judged: 2,
    rejected: 3,
    reasons: [/word for word/, /contradicts/],
  },
  {
    name: 'holds SQL in a value',
    file: 'a.csv',
    bytes: csv(HEADER, good("x'); DROP TABLE pp_log; --"), good("' OR 1=1 --")),
    judged: 2,
    rejected: 0,
  },
  {
    name: 'holds SQL in a header',
    file: 'a.csv',
    bytes: csv(`${HEADER},"x"" FROM pp_raw; DROP TABLE pp_log; --"`, `${good('A')},1`),
    judged: 1,
    rejected: 0,
  },
  {
    name: 'is NDJSON',
    file: 'a.ndjson',
    bytes: () =>
      Buffer.from(
        '{"permit_id":"A","kind":"shed","filed_at":"2026-03-02T09:00:00Z"}\n{"permit_id":"B","kind":"shed","filed_at":"2026-03-02T09:00:00Z","granted_at":null}\n',
      ),
    judged: 2,
    rejected: 0,
  },
  {
    name: 'is NDJSON with torn, listed and bare lines',
    file: 'a.ndjson',
    bytes: () =>
      Buffer.from(
        '{"permit_id":"A","kind":"shed","filed_at":"2026-03-02T09:00:00Z","granted_at":null}\n{"permit_id":"B","ki\n[1,2]\n7\n\n',
      ),
    judged: 1,
    rejected: 3,
    reasons: [/not JSON/, /no object/],
  },
  {
    name: 'is a JSON list',
    file: 'a.json',
    bytes: () =>
      Buffer.from('[{"permit_id":"A","kind":"shed","filed_at":"2026-03-02T09:00:00Z","granted_at":null}, 5]'),
    judged: 1,
    rejected: 1,
    reasons: [/no object/],
  },
  {
    name: 'is JSON of some other kind',
    file: 'a.json',
    bytes: () => Buffer.from('{\n  "hello": "world"\n}'),
    refused: /neither OCEL/,
  },
  {
    name: 'is damaged JSON',
    file: 'a.json',
    bytes: () => Buffer.from('[{"permit_id": '),
    refused: /is not JSON/,
  },
  {
    name: 'is XML that is no event log',
    file: 'a.xml',
    bytes: () => Buffer.from('<note><to>you</to></note>'),
    refused: /no XES event log/,
  },
  {
    name: 'is damaged XML',
    file: 'a.xes',
    bytes: () => Buffer.from('<log><trace></log>'),
    refused: /damaged XML/,
  },
  {
    name: 'is XML that refers to the disk',
    file: 'a.xes',
    bytes: () =>
      Buffer.from(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><log><trace><string key="concept:name" value="&e;"/></trace></log>',
      ),
    refused: /XML that is not read here/,
  },
];

/** A line of five hundred megabytes in half a megabyte of gzip. */
function bomb(): Buffer {
  const start = gzipSync(csv(HEADER, good('A'))());
  const member = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'), { level: 9 });
  return Buffer.concat([start, ...Array.from({ length: 8 }, () => member)]);
}
