import { TrieRouter } from 'hono/router/trie-router';
import { OPERATIONS, type OperationId, operation } from '../../contract/index.ts';

/** What a path says: the operation, and its parameters decoded. */
export type Route = { readonly id: OperationId; readonly path: Readonly<Record<string, string>> };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A function from method and path (as sent, without query) to the operation there, or null. */
export function routesOf(): (method: string, path: string) => Route | null {
  const plain = new Map<string, Route>();
  const router = new TrieRouter<OperationId>();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { method, path } = operation(id);
    if (path.includes('{')) router.add(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), id);
    else plain.set(`${method} ${path}`, { id, path: {} });
  }
  return (method, path) => {
    const known = plain.get(`${method} ${path}`);
    if (known) return known;
    const [first] = router.match(method, path)[0];
    if (!first) return null;
    const [id, parameters] = first;
    const named = Object.entries(parameters).map(([name, value]) => [name, decoded(String(value))] as const);
    return { id, path: Object.fromEntries(named) };
  };
}

/** A query string by name; of a name given twice the first counts. */
export function queryOf(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  if (search === '') return query;
  for (const [name, value] of new URLSearchParams(search)) query[name] ??= value;
  return query;
}
