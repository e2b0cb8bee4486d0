import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Which files of ours each file imports, types too. Paths are relative to the folder of sources, with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** What a text imports: the targets as they are written, packages too. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map(([, target = '']) => target);

/** The file that a relative import of a file means. Both are paths relative to the folder of sources. */
export const resolved = (file: string, target: string): string =>
  normalize(join(dirname(file), target)).replaceAll('\\', '/');

/** The text of every TypeScript file under a folder, by its path relative to that folder. */
export const sourcesUnder = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]),
  );

/** The graph of the imports between some sources. */
export const graphOf = (sources: ReadonlyMap<string, string>): ImportGraph =>
  new Map(
    [...sources].map(([file, text]) => [
      file,
      importsOf(text)
        .filter((target) => target.startsWith('.'))
        .map((target) => resolved(file, target))
        .filter((other) => sources.has(other)),
    ]),
  );

/** The shortest way of imports that leads from a file back to it, or null. */
function shortestCircle(graph: ImportGraph, start: string): string[] | null {
  const before = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const other of graph.get(file) ?? []) {
      if (other === start) {
        const way = [file];
        for (let at = file; at !== start; at = way[0] ?? start) way.unshift(before.get(at) ?? start);
        return [...way, start];
      }
      if (before.has(other)) continue;
      before.set(other, file);
      queue.push(other);
    }
  }
  return null;
}

/** Every import circle, as the shortest way round through one of its files that no earlier circle names. */
export function circlesOf(graph: ImportGraph): string[][] {
  const named = new Set<string>();
  const circles: string[][] = [];
  for (const file of [...graph.keys()].sort()) {
    if (named.has(file)) continue;
    const circle = shortestCircle(graph, file);
    if (!circle) continue;
    circles.push(circle);
    for (const member of circle) named.add(member);
  }
  return circles;
}

/** What a test says of a circle: the way round, and what to do. */
export const circleMessage = (circle: readonly string[]): string =>
  `${circle.map((file) => `src/${file}`).join(' -> ')}: move what both need, types too, to a file that imports neither`;
