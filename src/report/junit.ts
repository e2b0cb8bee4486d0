import type { Results } from './results.ts';

const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows no other control characters.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** One test case for each rule: a failure is a verdict `fail`, an error an `error`; the rest that is not `pass` is skipped. */
export function toJunit(results: Results): string {
  const { verdicts, violations, implementation, pack } = results;
  const cases = verdicts.map(({ rule, verdict, statement, reason }) => {
    const open = `    <testcase classname="${escapeXml(pack.id)}" name="${escapeXml(rule)}" time="0"`;
    if (verdict === 'pass') return `${open}/>`;
    const found = violations
      .filter((one) => one.rule === rule)
      .map((one) => `${one.scenario} ${one.case}: ${one.because}`);
    const text = escapeXml([statement, reason, ...found].filter(Boolean).join('\n'));
    const element = verdict === 'fail' ? 'failure' : verdict === 'error' ? 'error' : 'skipped';
    return `${open}>\n      <${element} message="${escapeXml(verdict)}">${text}</${element}>\n    </testcase>`;
  });
  const count = (verdict: string): number => verdicts.filter((one) => one.verdict === verdict).length;
  const failed = count('fail');
  const broken = count('error');
  const skipped = verdicts.length - failed - broken - count('pass');
  const attributes = `tests="${verdicts.length}" failures="${failed}" errors="${broken}" skipped="${skipped}" time="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="portalproof" ${attributes}>`,
    `  <testsuite name="${escapeXml(`${implementation.product} ${implementation.version}`)}" ${attributes}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
