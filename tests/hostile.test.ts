import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../src/cli/shared/write-report.ts';
import { openBrowser } from './browser.ts';
import { EXAMPLE_FAULTS, playInProcess } from './example.ts';

const PAYLOADS = [
  '<script>window.hurt = 1</script>',
  '"><img src=x onerror="window.hurt = 1">',
  "' onmouseover='window.hurt = 1",
  '</style><style>body { display: none }</style>',
  '<svg onload="window.hurt = 1"></svg>',
  '{{constructor}} {{{this}}} &lt;b&gt;',
];

/** Puts a payload into every text that a portal can send. */
function poison(value: unknown, payload: string, key = ''): unknown {
  if (typeof value === 'string') {
    const keep = [
      'token',
      'id',
      'at',
      'to',
      'type',
      'kind',
      'access',
      'result',
      'capabilities',
      'contract',
      'currentSite',
      'outcome',
      'basis',
      'role',
      'request',
      'receivedAt',
    ];
    return keep.includes(key) || /^\d{4}-\d{2}/.test(value) ? value : `${value}${payload}`;
  }
  if (Array.isArray(value)) return value.map((item) => poison(item, payload, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, poison(inner, payload, name)]),
    );
  }
  return value;
}

describe('a report about a hostile portal', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(PAYLOADS)('shows %s as text and runs nothing', async (payload) => {
    const { results } = await playInProcess(['nurse-may-deny', 'status-in-own-words'], {
      suite: 'access',
      change: (parts) => ({
        ...parts,
        answer: (answer, context) => ({
          ...answer,
          body: poison(parts.answer(answer, context).body, payload),
        }),
      }),
    });
    const poisoned = poison(results, payload, '') as typeof results;
    const html = reportPage({
      ...poisoned,
      implementation: { ...poisoned.implementation, product: `Portal ${payload}`, contact: payload },
    });
    const page = await browser.newPage();
    await page.setContent(html);
    expect(await page.evaluate(() => (window as { hurt?: unknown }).hurt)).toBeUndefined();
    expect(
      await page.evaluate(
        () => document.querySelectorAll('script, img, svg[onload], [onmouseover], [onerror]').length,
      ),
    ).toBe(0);
    expect(await page.locator('body').isVisible()).toBe(true);
    expect(await page.locator('h1').textContent()).toContain(payload.trim());
    await page.close();
  });
});

describe('the report', () => {
  it('has no accessibility violations, in light and in dark', async () => {
    const { results: whole } = await playInProcess(EXAMPLE_FAULTS);
    // Rows of a table are alike: some of them, and everything that did not pass, show what all would.
    const results = {
      ...whole,
      verdicts: whole.verdicts.filter(({ verdict }, index) => verdict !== 'pass' || index % 12 === 0),
      scenarios: whole.scenarios.filter(({ verdict }, index) => verdict !== 'pass' || index % 12 === 0),
      consultations: whole.consultations.slice(0, 4),
      notTested: whole.notTested.map((one) => ({ ...one, rules: one.rules.slice(0, 5) })),
    };
    const browser = await openBrowser();
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.setContent(reportPage(results));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    }
    await browser.close();
  });

  it('loads nothing from anywhere', async () => {
    const { results } = await playInProcess(EXAMPLE_FAULTS, { suite: 'time-frames/desk-' });
    expect(reportPage(results)).not.toMatch(/(?:src|href)="https?:|url\(|@import|<script/);
  });
});
