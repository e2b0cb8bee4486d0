import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideRow } from '../../src/audit/source/records.ts';
import { temporaryFolder } from './memory-log.ts';
import { type AuditJson, auditHere, type Ran } from './run-audit.ts';

const asOf = ['--as-of', '2026-06-01T00:00:00Z', '--no-law'];

/** One urgent request, received at nine on Monday 2 March 2026 and decided four days and one second later: late under every interpretation. */
async function audited(
  name: string,
  log: string,
  more: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<{ ran: Ran; findings: string }> {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, name), log);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder.path, file), text);
  const ran = await auditHere(folder.path, [name, '--pack', 'allways-commercial', ...asOf, ...more]);
  return { ran, findings: ran.file('violations.csv') };
}

const MAPPING = `blank: [NA]
columns:
  case_id: { join: [Contract, Auth Number], with: '-' }
  line_of_business: { constant: commercial }
  review_type: { from: Type, values: { P: preservice, C: concurrent } }
  urgency: { from: Priority, values: { E: urgent }, otherwise: standard }
  setting: { constant: outpatient }
  received_at: { from: Received, format: 'MM/DD/YYYY HH:mm:ss' }
  decided_at: { from: Decided, format: 'MM/DD/YYYY HH:mm:ss' }
  outcome: { from: Disposition, values: { Approved: approved, Denied: denied } }
`;
const OTHER =
  'Contract,Auth Number,Type,Priority,Received,Decided,Disposition\nH1,77,P,E,03/02/2026 09:00:00,03/06/2026 09:00:01,Approved\nH1,78,P,S,03/02/2026 09:00:00,NA,\n';

describe('a log of another layout', () => {
  it('is judged by a mapping: joined columns, constants, value tables, formats and blanks', async () => {
    const { ran, findings } = await audited('log.csv', OTHER, ['--mapping', 'map.yaml'], {
      'map.yaml': MAPPING,
    });
    expect(ran.err).toBe('');
    expect(findings).toContain(
      'H1-77,1,decision,um.preservice-urgent.decision-72h,"",2026-03-02T14:00:00.000Z,2026-03-05T14:00:00.000Z,2026-03-06T14:00:01.000Z,violated',
    );
  });

  it('is refused where the mapping reads what is not there, by name', async () => {
    const { ran } = await audited('log.csv', OTHER, ['--mapping', 'map.yaml'], {
      'map.yaml': MAPPING.replace('from: Priority', 'from: Prio'),
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/reads a column “Prio” that the log lacks; it has Contract, Auth Number/);
  });

  it('is refused where the mapping maps a column that no pack has', async () => {
    const { ran } = await audited('log.csv', OTHER, ['--mapping', 'map.yaml'], {
      'map.yaml': MAPPING.replace('  urgency:', '  urgensy:'),
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/maps a column urgensy, which no pack here has/);
  });

  it('may tell offsets in a format of its own', async () => {
    const log = OTHER.replace('03/06/2026 09:00:01', '03/06/2026 14:00:01 +0000');
    const mapping = MAPPING.replace(
      "decided_at: { from: Decided, format: 'MM/DD/YYYY HH:mm:ss' }",
      "decided_at: { from: Decided, format: 'MM/DD/YYYY HH:mm:ss Z' }",
    );
    const { findings } = await audited('log.csv', log, ['--mapping', 'map.yaml'], { 'map.yaml': mapping });
    expect(findings).toContain('2026-03-06T14:00:01.000Z,violated');
  });

  it('gets a mapping proposed that says what it could not place', async () => {
    const { ran } = await audited('log.csv', OTHER, ['--infer']);
    expect(ran.out).toContain('from: Priority');
    expect(ran.out).toContain('format: MM/DD/YYYY HH:mm:ss');
    expect(ran.out).toContain('# Not placed: line_of_business');
    expect(ran.out).toContain('# Columns of the log that nothing reads: Contract');
  });

  it('is not judged by a duty for which it has no column, and says so', async () => {
    const row =
      '{"case_id":"N1","line_of_business":"commercial","review_type":"preservice","urgency":"urgent","received_at":"2026-03-02T09:00:00-05:00","decided_at":"2026-03-03T09:00:00-05:00","outcome":"approved"}';
    const { ran } = await audited('log.ndjson', `${row}\n`);
    expect(ran.code).toBe(4);
    expect(ran.out).toContain('since the log has no column written_member_at');
  });

  it('may be an XES event log', async () => {
    const event = (name: string, at: string): string =>
      `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`;
    const xes = `<?xml version="1.0"?><log xes.version="1.0"><trace><string key="concept:name" value="X1"/><string key="line_of_business" value="commercial"/><string key="review_type" value="preservice"/><string key="urgency" value="urgent"/>${event('Request received', '2026-03-02T09:00:00-05:00')}${event('Approved', '2026-03-06T09:00:01-05:00')}</trace></log>`;
    expect((await audited('log.xes', xes)).findings).toContain(
      'X1,1,decision,um.preservice-urgent.decision-72h',
    );
  });

  it('may be an OCEL 2.0 log', async () => {
    const ocel = {
      objectTypes: [],
      eventTypes: [],
      objects: [
        {
          id: 'O1',
          type: 'authorization',
          attributes: [
            { name: 'line_of_business', value: 'commercial', time: '' },
            { name: 'review_type', value: 'preservice', time: '' },
            { name: 'urgency', value: 'urgent', time: '' },
          ],
          relationships: [],
        },
      ],
      events: [
        {
          id: 'e1',
          type: 'received',
          time: '2026-03-02T09:00:00-05:00',
          attributes: [],
          relationships: [{ objectId: 'O1', qualifier: '' }],
        },
        {
          id: 'e2',
          type: 'denied',
          time: '2026-03-06T09:00:01-05:00',
          attributes: [],
          relationships: [{ objectId: 'O1', qualifier: '' }],
        },
      ],
    };
    expect((await audited('log.json', JSON.stringify(ocel))).findings).toContain(
      'O1,1,decision,um.preservice-urgent.decision-72h',
    );
  });

  it('may be Da Vinci PAS bundles in FHIR, as far as they carry the times', async () => {
    const claim = {
      resourceType: 'Claim',
      id: 'c',
      created: '2026-03-02T09:00:00-05:00',
      identifier: [{ value: 'F1' }],
      priority: { coding: [{ code: 'stat' }] },
    };
    const answer = {
      resourceType: 'ClaimResponse',
      created: '2026-03-06T09:00:01-05:00',
      identifier: [{ value: 'F1' }],
      outcome: 'complete',
      request: { reference: 'Claim/c' },
      item: [{ adjudication: [{ extension: [{ valueCodeableConcept: { coding: [{ code: 'A1' }] } }] }] }],
    };
    const bundles = [
      { resourceType: 'Bundle', entry: [{ resource: claim }] },
      { resourceType: 'Bundle', entry: [{ resource: claim }, { resource: answer }] },
    ];
    const mapping =
      'columns:\n  case_id: case_id\n  line_of_business: { constant: commercial }\n  review_type: review_type\n  urgency: urgency\n  received_at: received_at\n  decided_at: decided_at\n  outcome: outcome\n';
    expect(
      (
        await audited(
          'log.json',
          bundles.map((bundle) => JSON.stringify(bundle)).join('\n'),
          ['--mapping', 'map.yaml'],
          { 'map.yaml': mapping },
        )
      ).findings,
    ).toContain('F1,1,decision,um.preservice-urgent.decision-72h');
  });

  it('may be X12 278 pairs, to the minute that they carry', async () => {
    const isa = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'A'.padEnd(15)}*ZZ*${'B'.padEnd(15)}*260302*0900*^*00501*000000001*0*T*:~`;
    const x12 = `${isa}GS*HI*A*B*20260302*0900*1*X*005010X217~ST*278*0001~BHT*0007*13*T1*20260302*0900~UM*HS*I*1***U~SE*4*0001~ST*278*0002~BHT*0007*11*T1*20260306*0902~HCR*A3~SE*4*0002~GE*2*1~IEA*1*000000001~`;
    const mapping =
      'columns:\n  case_id: case_id\n  line_of_business: { constant: commercial }\n  review_type: review_type\n  urgency: urgency\n  received_at: received_at\n  decided_at: decided_at\n  outcome: outcome\n';
    expect(
      (await audited('log.edi', x12, ['--mapping', 'map.yaml'], { 'map.yaml': mapping })).findings,
    ).toContain('T1,1,decision,um.preservice-urgent.decision-72h');
  });
});

describe('an answer in certification actions', () => {
  it.each([
    [['A1', 'A1'], { outcome: 'approved', decided_at: 'then' }],
    [['A1', 'A3'], { outcome: 'partial', decided_at: 'then' }],
    [['A1', 'A4'], {}],
    [['C'], { outcome: 'withdrawn', closed_at: 'then' }],
    [['NA'], {}],
  ])('of %j comes to %j', (actions, row) => {
    const own: Record<string, string> = {};
    decideRow(own, actions, 'then');
    expect(own).toEqual(row);
  });
});

describe('what regulation asks for beside the verdicts', () => {
  const head =
    'case_id,line_of_business,review_type,urgency,received_at,decided_at,outcome,written_member_at,extension_until,extension_ground,extension_notice_at,appealed_at,appeal_outcome';
  const rows = [
    'M1,medicare,preservice,standard,2026-03-02T09:00:00-05:00,2026-03-04T09:00:00-05:00,approved,2026-03-04T10:00:00-05:00,,,,,',
    'M2,medicare,preservice,standard,2026-03-02T09:00:00-05:00,2026-03-12T09:00:00-04:00,denied,2026-03-12T10:00:00-04:00,,,,2026-03-20T09:00:00-04:00,overturned',
    'M3,medicare,preservice,standard,2026-03-02T09:00:00-05:00,2026-03-12T09:00:00-04:00,approved,2026-03-12T10:00:00-04:00,2026-03-16,enrollee-request,2026-03-06T09:00:00-05:00,,',
    'M4,medicare,preservice,urgent,2026-03-02T09:00:00-05:00,2026-03-03T09:00:00-05:00,approved,2026-03-03T10:00:00-05:00,,,,,',
    'M5,medicare,preservice,standard,2026-03-02T09:00:00-05:00,2026-03-12T09:00:00-04:00,approved,2026-03-12T10:00:00-04:00,2026-03-16,provider-request,2026-03-06T09:00:00-05:00,,',
  ];
  const run = async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'log.csv'), [head, ...rows].join('\n'));
    const ran = await auditHere(folder.path, [
      'log.csv',
      '--pack',
      'cms-0057-f',
      ...asOf,
      '--findings',
      'all.csv',
    ]);
    return { json: ran.json(), findings: ran.file('violations.csv') };
  };
  let json: AuditJson;
  let findings: string;
  beforeAll(async () => {
    ({ json, findings } = await run());
  });

  it('an extension that was lawful moves the limit, and one without a lawful ground does not', async () => {
    expect(findings).toContain('M2,1,decision,cms.ma.standard-decision-7cd');
    expect(findings).toContain('M5,1,decision,cms.ma.standard-decision-7cd');
    expect(findings).not.toContain('M3');
  });

  it('the public figures come from the same rows', async () => {
    expect(json.metrics).toEqual([
      {
        year: '2026',
        lineOfBusiness: 'medicare',
        standard: { n: 4, approved: 3, denied: 1 },
        expedited: { n: 1, approved: 1, denied: 0 },
        approvedAfterAppeal: { appealed: 1, approved: 1 },
        extendedAndApproved: 2,
        standardHours: { mean: (48 + 239 * 3) / 4, median: 239 },
        expeditedHours: { mean: 24, median: 24 },
      },
    ]);
  });
});
