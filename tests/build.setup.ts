import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** End-to-end tests run the compiled program; `npm test` compiles it first. */
export function setup(): void {
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` (or \`npm test\`) first`);
}
