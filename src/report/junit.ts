import { XMLBuilder } from 'fast-xml-parser';
import type { Results } from './results.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows no other control characters.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without the characters that XML 1.0 cannot hold. The builder escapes the rest. */
const text = (value: string): string => value.replaceAll(NOT_XML, '\ufffd');

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

type Verdict = Results['verdicts'][number];

/** How JUnit calls a verdict that is no pass: only `fail` is a failure, only `error` an error. */
const elementOf = (verdict: Verdict['verdict']): 'failure' | 'error' | 'skipped' =>
  verdict === 'fail' ? 'failure' : verdict === 'error' ? 'error' : 'skipped';

/** One test case for each rule: a failure is a verdict `fail`, an error an `error`; the rest that is not `pass` is skipped. */
export function toJunit({ verdicts, violations, implementation, pack }: Results): string {
  const cases = verdicts.map(({ rule, verdict, statement, reason }) => {
    const own = { '@classname': text(pack.id), '@name': text(rule), '@time': '0' };
    if (verdict === 'pass') return own;
    const found = violations
      .filter((one) => one.rule === rule)
      .map((one) => `${one.scenario} ${one.case}: ${one.because}`);
    const says = text([statement, reason, ...found].filter(Boolean).join('\n'));
    return { ...own, [elementOf(verdict)]: { '@message': verdict, '#text': says } };
  });
  const not = verdicts.filter(({ verdict }) => verdict !== 'pass').map(({ verdict }) => elementOf(verdict));
  const count = (element: string): string => String(not.filter((one) => one === element).length);
  const counts = {
    '@tests': String(verdicts.length),
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
    '@time': '0',
  };
  const suite = {
    '@name': text(`${implementation.product} ${implementation.version}`),
    ...counts,
    testcase: cases,
  };
  const document = { testsuites: { '@name': 'portalproof', ...counts, testsuite: suite } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`;
}
