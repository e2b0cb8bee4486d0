import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { sampleResults as sample } from '../../tests/sample-results.ts';
import { toJunit } from './junit.ts';
import type { Results } from './results.ts';

type Case = Record<'@name', string> & Record<string, unknown>;

/** The test cases of a JUnit file by the names of their rules, as another tool reads them. */
function read(results: Results): { suite: Record<string, unknown>; cases: Map<string, Case> } {
  const xml = toJunit(results);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'testcase',
  });
  const { testsuites } = parser.parse(xml) as { testsuites: { testsuite: { testcase: Case[] } } };
  const { testcase, ...suite } = testsuites.testsuite;
  return { suite, cases: new Map(testcase.map((one) => [one['@name'], one])) };
}

describe('toJunit', () => {
  it.each([
    ['fail', 'failure'],
    ['error', 'error'],
    ['warn', 'skipped'],
    ['depends', 'skipped'],
    ['inconclusive', 'skipped'],
    ['unsupported', 'skipped'],
    ['not-applicable', 'skipped'],
  ] as const)('writes a verdict %s as <%s>, and as nothing else', (verdict, element) => {
    const { cases } = read(sample({ 'a.rule': verdict }));
    const own = Object.keys(cases.get('a.rule') ?? {}).filter((name) => !name.startsWith('@'));
    expect(own).toEqual([element]);
  });

  it('writes a pass as a case with nothing in it', () => {
    const { cases } = read(sample({ 'a.rule': 'pass' }));
    expect(Object.keys(cases.get('a.rule') ?? {})).toEqual(['@classname', '@name', '@time']);
  });

  it('counts failures, errors and the skipped apart', () => {
    const { suite } = read(
      sample({ 'a.rule': 'pass', 'b.rule': 'fail', 'c.rule': 'error', 'd.rule': 'warn', 'e.rule': 'fail' }),
    );
    expect(suite).toMatchObject({ '@tests': '5', '@failures': '2', '@errors': '1', '@skipped': '1' });
  });

  it('keeps what a portal sent as text, and replaces what XML cannot hold', () => {
    const results = sample({ 'a.rule': 'fail' });
    const product = `<b a="1">&amp;\u0001 ]]></b>`;
    const { suite } = read({ ...results, implementation: { ...results.implementation, product } });
    expect(suite['@name']).toBe(`<b a="1">&amp;\ufffd ]]></b> 1`);
  });
});
