import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inProcessGround } from '../../src/cli/explore/portal.ts';
import { campaignResults } from '../../src/report/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import {
  cutScenario,
  readToken,
  scenarioAt,
  tryScenario,
  violatedIn,
  WORLD_SEED,
} from '../../src/run/fuzz/index.ts';
import { scenario, worldOf } from '../../src/run/index.ts';
import { openBrowser } from '../browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'explore-'));
const portalproof = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8' });

describe('`explore` on a portal with a fault', () => {
  const out = join(folder, 'faulty');
  const save = join(folder, 'found');
  const told = portalproof(
    'explore',
    '--cases',
    '60',
    '--seed',
    'cli',
    '--mutant',
    'member-not-told',
    '--no-control-run',
    '--threads',
    '1',
    '--out',
    out,
    '--save',
    save,
  );
  const results = campaignResults.parse(JSON.parse(readFileSync(join(out, 'campaign.json'), 'utf8')));

  it('exits 1 and names the rule, with the scenario and a token', () => {
    expect(told.status, told.stderr).toBe(1);
    expect(told.stdout).toContain('VIOLATED decision.notice.both-recipients');
    expect(told.stdout).toContain('--replay pp1.');
  });

  it('gives a token that shows the fault again on that portal, and nothing on the reference implementation', () => {
    const token = results.failures[0]?.token ?? '';
    expect(portalproof('explore', '--replay', token, '--mutant', 'member-not-told').status).toBe(1);
    expect(portalproof('explore', '--replay', token).status).toBe(0);
  });

  it('saves a scenario that fails on that portal', async () => {
    const text = readFileSync(join(save, 'found', 'decision-notice-both-recipients.yaml'), 'utf8');
    const saved = scenario.parse(parse(text));
    expect(violatedIn(await tryScenario(saved, await inProcessGround('member-not-told')))).toEqual([
      'decision.notice.both-recipients',
    ]);
  });

  it('saves a scenario with the world in which it was found, whatever it is called and wherever it is played', () => {
    const text = readFileSync(join(save, 'found', 'decision-notice-both-recipients.yaml'), 'utf8');
    const { origin, cut } = readToken(results.failures[0]?.token ?? '');
    const found = cutScenario(scenarioAt(origin), cut);
    const zone = packOf(found.pack).zone;
    expect(worldOf(scenario.parse(parse(text)), 'another seed', zone)).toEqual(
      worldOf(found, WORLD_SEED, zone),
    );
  });

  it('saves a scenario that a suite plays, and that the reference implementation passes', () => {
    expect(readdirSync(join(save, 'found'))).toContain('decision-notice-both-recipients.yaml');
    const run = portalproof('run', '--scenarios', save, '--suite', 'found', '--out', join(folder, 'run'));
    const results = JSON.parse(readFileSync(join(folder, 'run', 'results.json'), 'utf8'));
    expect(results.scenarios.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['pass']);
    expect(run.status).toBe(0);
  });

  it('says what it reached and what it never did, by name', () => {
    expect(Object.keys(results.coverage.rules).length).toBeGreaterThan(150);
    expect(results.coverage.neverRules.length).toBeGreaterThan(10);
    expect(Object.keys(results.coverage.pairs).length).toBeGreaterThan(100);
  });

  it('writes a page with which axe finds nothing wrong', async () => {
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`file://${join(out, 'campaign.html')}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.setViewportSize({ width: 1100, height: 1400 });
      if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    } finally {
      await browser.close();
    }
  });
});

describe('`explore` on the reference implementation', () => {
  it('stops at Ctrl-C, and tells and writes what it had', async () => {
    const out = join(folder, 'stopped');
    const args = ['dist/cli/main.js', 'explore', '--minutes', '30', '--no-control-run', '--out', out];
    const child = spawn(process.execPath, args, { stdio: 'pipe' });
    let told = '';
    child.stdout.on('data', (text) => {
      told += String(text);
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // Its first line of progress: by then some scenarios were played.
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => {
        if (/\d scenarios/.test(String(text))) resolve();
      });
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(told).toContain('requests and cases');
    const results = campaignResults.parse(JSON.parse(readFileSync(join(out, 'campaign.json'), 'utf8')));
    expect(results.stopped).toBe(true);
    expect(results.scenarios).toBeGreaterThan(0);
  });

  it('exits 0, with a control run that found its known fault', () => {
    const told = portalproof('explore', '--cases', '40', '--threads', '1', '--out', join(folder, 'right'));
    expect(told.status, told.stdout).toBe(0);
    expect(told.stdout).toContain('Control run: the known fault was found');
  });

  it('loses no acknowledged act while the portal is killed and restarted', () => {
    const told = portalproof('explore', '--kills', '6', '--seed', 'tests');
    expect(told.status, told.stdout + told.stderr).toBe(0);
    expect(told.stdout).toContain('0 acknowledged requests lost, 0 rules broken');
  });

  it.each([
    ['--replay', 'nonsense'],
    ['--minutes', 'soon'],
    ['--cases', '0'],
    ['--mutant', 'nobody'],
  ])('refuses %s %s with code 2 and a reason', (option, value) => {
    const told = portalproof('explore', option, value, '--out', join(folder, 'none'));
    expect(told.status).toBe(2);
    expect(told.stderr).toContain(value);
  });
});
