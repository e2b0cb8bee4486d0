import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circleMessage, circlesOf, graphOf, sourcesUnder } from './imports.ts';

const planted = (texts: Readonly<Record<string, string>>): string[] =>
  circlesOf(graphOf(new Map(Object.entries(texts)))).map(circleMessage);

describe('import circles', () => {
  it('are nowhere in src, of types neither', () => {
    const says = circlesOf(graphOf(sourcesUnder(fileURLToPath(new URL('../../src', import.meta.url))))).map(
      circleMessage,
    );
    expect(says, says.join('\n')).toEqual([]);
  });

  it('are found over three files, with every file of the circle and the remedy', () => {
    const says = planted({
      'core/a.ts': "import { b } from './b.ts';",
      'core/b.ts': "import {\n  c,\n} from '../other/c.ts';",
      'other/c.ts': "export { a } from '../core/a.ts';",
    });
    expect(says).toEqual([
      'src/core/a.ts -> src/core/b.ts -> src/other/c.ts -> src/core/a.ts: move what both need, types too, to a file that imports neither',
    ]);
  });

  it('are found where only types are imported', () => {
    const says = planted({
      'a.ts': "import type { B } from './b.ts';",
      'b.ts': "import type { A } from './a.ts';",
    });
    expect(says).toHaveLength(1);
  });

  it('are found where a module is loaded on demand', () => {
    expect(
      planted({ 'a.ts': "await import('./b.ts');", 'b.ts': "import { a } from './a.ts';" }),
    ).toHaveLength(1);
  });

  it('are not seen where two ways lead to one file', () => {
    const says = planted({
      'a.ts': "import './b.ts'; import { c } from './c.ts';",
      'b.ts': "import { c } from './c.ts';",
      'c.ts': "import { z } from 'zod';",
    });
    expect(says).toEqual([]);
  });

  it('are told once each where there are two', () => {
    const says = planted({
      'a.ts': "import { b } from './b.ts'; import { d } from './d.ts';",
      'b.ts': "import { a } from './a.ts';",
      'c.ts': "import { d } from './d.ts';",
      'd.ts': "import { c } from './c.ts';",
    });
    expect(says).toHaveLength(2);
  });
});
