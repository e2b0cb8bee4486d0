import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { packOf } from '../../src/rulebook/index.ts';
import { memberAt, memberTables, type Network, networkOf, networkTables } from '../../src/simulator/index.ts';
import { filesUnder } from './files.ts';

const AS_OF = '2026-01-01';
const { figures } = packOf('allways-commercial');
const SEEDS = ['1', '2', 'plan', 'évora', '7'] as const;

const digestOf = (network: Network): string => {
  const members = Array.from({ length: 500 }, (_, index) => memberAt(network, index));
  const tables = [...networkTables(network), ...memberTables(members)];
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 16);
};

/** Whole days from one date to another. */
const daysBetween = (from: string | null, to: string | null): number =>
  DateTime.fromISO(to ?? '', { zone: 'utc' }).diff(DateTime.fromISO(from ?? '', { zone: 'utc' }), 'days')
    .days;

const luhn = (npi: string): number =>
  [...`80840${npi}`]
    .reverse()
    .map(Number)
    .reduce(
      (sum, digit, place) => sum + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
      0,
    ) % 10;

function simulate(out: string, ...more: string[]): { status: number | null; stdout: string; stderr: string } {
  const args = [
    'dist/cli/main.js',
    'simulate',
    'world',
    '--members',
    '9000',
    '--seed',
    'same',
    '--out',
    out,
    ...more,
  ];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('a simulated world', () => {
  const network = networkOf('1', 20_000, AS_OF, figures);
  const members = Array.from({ length: 20_000 }, (_, index) => memberAt(network, index));

  it('is the same for the same seed today as when this was written', () => {
    expect(
      Object.fromEntries(SEEDS.map((seed) => [seed, digestOf(networkOf(seed, 2_000, AS_OF, figures))])),
    ).toMatchSnapshot();
  });

  it('makes a member the same, whoever else is made before', () => {
    const again = networkOf('1', 20_000, AS_OF, figures);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19_999 }), (index) => {
        expect(memberAt(again, index)).toEqual(members[index]);
      }),
    );
  });

  it('has NPIs that are well formed, unique, and begin with the digit that has never been issued', () => {
    const npis = [...network.practitioners, ...network.practices, ...network.sites].map(({ npi }) => npi);
    expect(npis.every((npi) => /^2\d{9}$/.test(npi) && luhn(npi) === 0)).toBe(true);
    expect(new Set(npis).size).toBe(npis.length);
  });

  it('refers only to what exists', () => {
    const sites = new Set(network.sites.map(({ siteId }) => siteId));
    const practices = new Set(network.practices.map(({ practiceId }) => practiceId));
    const providers = new Set(network.practitioners.map(({ providerId }) => providerId));
    expect(network.sites.every(({ practiceId }) => practices.has(practiceId))).toBe(true);
    expect(network.affiliations.every((one) => sites.has(one.siteId) && providers.has(one.providerId))).toBe(
      true,
    );
    expect(members.every(({ pcpId, pcpSiteId }) => providers.has(pcpId) && sites.has(pcpSiteId))).toBe(true);
  });

  it('gives each member a primary care provider who may be one, under contract at that site', () => {
    const roles = new Map(network.practitioners.map((one) => [one.providerId, one]));
    const contracts = new Map(network.affiliations.map((one) => [`${one.providerId} ${one.siteId}`, one]));
    for (const { pcpId, pcpSiteId } of members) {
      const own = contracts.get(`${pcpId} ${pcpSiteId}`);
      expect(roles.get(pcpId)?.role).toBe('pcp');
      expect(own && own.effective <= AS_OF && (own.terminated ?? AS_OF) >= AS_OF).toBe(true);
    }
  });

  it('lets nobody choose a panel after its closing was announced', () => {
    const panels = new Map(network.panels.map((panel) => [panel.providerId, panel]));
    const late = members.filter(({ pcpId, pcpSince }) => {
      const notice = panels.get(pcpId)?.noticeOn ?? null;
      return notice !== null && pcpSince >= notice;
    });
    expect(late).toEqual([]);
  });

  it('announces each closing of a panel thirty days before', () => {
    const closed = network.panels.filter(({ state }) => state === 'closed');
    expect(closed.length).toBeGreaterThan(10);
    for (const { noticeOn, closedFrom } of closed) {
      expect(daysBetween(noticeOn, closedFrom)).toBeGreaterThanOrEqual(30);
    }
  });

  it('has panels of 1,499, 1,500 and 1,501 members', () => {
    const sizes = new Map<string, number>();
    for (const { pcpId } of members) sizes.set(pcpId, (sizes.get(pcpId) ?? 0) + 1);
    expect([...sizes.values()].filter((size) => size > 1000).sort()).toEqual([1499, 1500, 1501]);
  });

  it('executes each agreement before it is in force', () => {
    expect(network.affiliations.every((one) => one.agreementExecuted <= one.effective)).toBe(true);
  });

  it('says why, and announces it sixty days before, where a contract ends', () => {
    const ended = network.affiliations.filter(({ terminated }) => terminated !== null);
    expect(new Set(ended.map(({ reason }) => reason)).size).toBe(6);
    for (const { noticeOn, terminated } of ended)
      expect(daysBetween(noticeOn, terminated)).toBeGreaterThanOrEqual(60);
  });

  it('has contracts that ended yesterday, end today and end tomorrow, and one that is yet to begin', () => {
    const ends = new Set(network.affiliations.map(({ terminated }) => terminated));
    expect(['2025-12-31', '2026-01-01', '2026-01-02'].every((date) => ends.has(date))).toBe(true);
    expect(network.affiliations.some(({ effective }) => effective > AS_OF)).toBe(true);
  });

  it('continues no care with those who left for quality or fraud', () => {
    const reasons = new Map(network.affiliations.map((one) => [one.providerId, one.reason]));
    const grounds = members.flatMap(({ continuity }) =>
      continuity ? [reasons.get(continuity.providerId)] : [],
    );
    expect(grounds.length).toBeGreaterThan(20);
    expect(grounds.filter((reason) => reason === 'quality' || reason === 'fraud')).toEqual([]);
  });

  it('has spans of coverage that do not overlap, with gaps of exactly 30 and 31 days among them', () => {
    const gaps = members.flatMap(({ coverage: [first, second] }) =>
      first?.to && second
        ? [
            DateTime.fromISO(second.from, { zone: 'utc' }).diff(
              DateTime.fromISO(first.to, { zone: 'utc' }),
              'days',
            ).days - 1,
          ]
        : [],
    );
    expect(gaps.every((gap) => gap >= 0)).toBe(true);
    expect(gaps.filter((gap) => gap === 30).length).toBeGreaterThan(10);
    expect(gaps.filter((gap) => gap === 31).length).toBeGreaterThan(10);
  });

  it('recredentials in the birth month of a year of the birth year’s parity, within two years', () => {
    for (const { birthDate, credentialedOn, recredentialingDue } of network.practitioners) {
      if (credentialedOn === null || recredentialingDue === null) continue;
      const due = DateTime.fromISO(recredentialingDue);
      expect(due.month).toBe(Number(birthDate.slice(5, 7)));
      expect((due.year - Number(birthDate.slice(0, 4))) % 2).toBe(0);
      expect(due.day).toBe(due.endOf('month').day);
      expect(due > DateTime.fromISO(credentialedOn)).toBe(true);
      expect(due.diff(DateTime.fromISO(credentialedOn), 'months').months).toBeLessThanOrEqual(24);
    }
  });
});

describe('`simulate world`', () => {
  const four = join(mkdtempSync(join(tmpdir(), 'world-')), 'four');
  const told = simulate(four, '--threads', '4');

  it('keeps every ratio and distance, by an oracle that knows nothing of how it was made', () => {
    expect(told.status, told.stderr).toBe(0);
    expect(told.stdout.match(/^ {2}met /gm)).toHaveLength(10);
  });

  it('writes the same bytes with one worker as with four', () => {
    const one = join(mkdtempSync(join(tmpdir(), 'world-')), 'one');
    simulate(one, '--threads', '1');
    expect(filesUnder(one)).toEqual(filesUnder(four));
  });

  it('writes FHIR R4 bundles that a public validator accepts', () => {
    const fhir = new Fhir();
    for (const file of ['network.json', 'members-000000000.json']) {
      const bundle = JSON.parse(readFileSync(join(four, 'fhir', file), 'utf8'));
      const kinds = new Map<string, { resource: { resourceType: string } }[]>();
      for (const entry of bundle.entry) {
        const own = kinds.get(entry.resource.resourceType) ?? [];
        if (own.length < 60) kinds.set(entry.resource.resourceType, [...own, entry]);
      }
      const { valid, messages } = fhir.validate(
        { ...bundle, entry: [...kinds.values()].flat() },
        { errorOnUnexpected: true },
      );
      const faults = messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');
      expect(faults.slice(0, 3)).toEqual([]);
      expect(valid).toBe(true);
    }
  });

  it('is judged by a validator that refuses what is no FHIR', () => {
    const patient = { resourceType: 'Patient', id: 'x', gender: 'nobody', birthday: '2000-01-01' };
    expect(new Fhir().validate(patient, { errorOnUnexpected: true }).valid).toBe(false);
  });

  it('refuses what it cannot make, and says what it may be', () => {
    const wrong = simulate(four, '--format', 'xml');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('ndjson, csv, parquet, fhir');
  });
});
