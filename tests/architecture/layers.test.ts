import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breachesOf, breachesUnder } from './layers.ts';

describe('the layers', () => {
  it('hold in every file of src', () => {
    const says = breachesUnder(fileURLToPath(new URL('../../src', import.meta.url))).map(
      (breach) => breach.says,
    );
    expect(says, says.join('\n')).toEqual([]);
  });

  it('catch an oracle that imports the calendar, and name the remedy', () => {
    const [breach] = breachesOf('oracles/planted.ts', "import { endOfDay } from '../calendar/calendar.ts';");
    expect(breach?.says).toContain('counts time for itself');
  });

  it('catch an oracle that imports the reference implementation from a folder below', () => {
    const found = breachesOf(
      'oracles/time/planted.ts',
      "import { decide } from '../../reference-impl/index.ts';",
    );
    expect(found.map(({ says }) => says).join()).toContain('never asks the reference implementation');
  });

  it('catch a report that imports run', () => {
    expect(breachesOf('report/planted.ts', "import { play } from '../run/index.ts';")).toHaveLength(1);
  });

  it('catch the system clock, randomness and the console outside the command line', () => {
    const found = breachesOf('oracles/planted.ts', 'Date.now(); Math.random(); console.log(1);');
    expect(found).toHaveLength(3);
  });

  it('let the command line import everything', () => {
    expect(
      breachesOf('cli/planted.ts', "import { a } from '../oracles/index.ts'; console.log(a, Date.now());"),
    ).toEqual([]);
  });

  it('let a file import its own folder', () => {
    expect(
      breachesOf(
        'oracles/time/planted.ts',
        "import { limit } from './counting.ts'; import { a } from '../finding.ts';",
      ),
    ).toEqual([]);
  });
});
