import { drawsFor } from '../draws.ts';

/** Lines of business, how large each is, and what it offers. */
export const LINES: readonly (readonly [share: number, line: string, products: readonly string[]])[] = [
  [55, 'commercial', ['Choice HMO', 'Choice PPO', 'Select HMO']],
  [15, 'qhp', ['Connector Silver', 'Connector Bronze']],
  [20, 'medicaid', ['Care Plus']],
  [10, 'medicare', ['Senior HMO']],
];

/** The line of business of a member, by the member’s place; a world and a workload of one seed agree on it. */
export const lineOfBusinessOf = (root: string, index: number): string =>
  drawsFor(root, 'line of business', index).weighted(LINES.map((row) => [row[0], row[1]] as const));

export const productsOf = (line: string): readonly string[] =>
  LINES.find(([, name]) => name === line)?.[2] ?? [];
