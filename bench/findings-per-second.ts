import { factsOf, judgeBy, SUBJECTS } from '../src/oracles/index.ts';
import { packOf } from '../src/rulebook/index.ts';
import { largeHistory } from './large-history.ts';
import { short } from './machine.ts';

const SMALL = 10_000;
const LARGE = 100_000;
const ROUNDS = 3;

/** The shortest of some rounds, in ms: what the machine does when nothing else disturbs it. */
function shortest<T>(work: () => T): { ms: number; value: T } {
  let best = Number.POSITIVE_INFINITY;
  let value: T | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    value = work();
    best = Math.min(best, performance.now() - from);
  }
  return { ms: best, value: value as T };
}

/** Findings a second of each oracle family on a history of 100,000 cases, and how time grows from a tenth of it. */
export function findingsPerSecond(): string[] {
  const pack = packOf('allways-commercial');
  const histories = [SMALL, LARGE].map(largeHistory);
  const books = histories.map((history) => shortest(() => factsOf(history, pack)));
  const rows = [
    `reading the history into case files: ${short(LARGE / ((books[1]?.ms ?? 1) / 1000))} cases/s, ${short((books[1]?.ms ?? 0) / (books[0]?.ms ?? 1))} times as long at 10 times the cases`,
  ];
  for (const [subject, checks] of Object.entries(SUBJECTS)) {
    const [small, large] = histories.map((history) =>
      shortest(() => judgeBy(checks, history, pack, { explain: false }).length),
    );
    const found = large?.value ?? 0;
    if (found === 0) {
      rows.push(`${subject}: nothing of it in this history`);
      continue;
    }
    const rate = found / ((large?.ms ?? 1) / 1000);
    rows.push(
      `${subject}: ${short(rate)} findings/s (${found} findings), ${short((large?.ms ?? 0) / (small?.ms ?? 1))} times as long at 10 times the cases`,
    );
  }
  return rows;
}
