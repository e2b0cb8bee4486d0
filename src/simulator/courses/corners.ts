import { PROCEDURES } from '../codes.ts';
import { claim } from './after-request.ts';
import { buildCase } from './cases.ts';
import { known } from './known.ts';
import { DAY, HOUR, type Pen } from './pen.ts';

const SECTIONS = { determination: 'The decision.' };
const SECOND = 1000;

/** Midnight at the beginning of the local day so many days from now. */
const midnight = (pen: Pen, days: number): number =>
  pen.office.instant(pen.office.local(pen.now).day + days, 0);

/** Coverage that ends about now, by the feed of the night or in the world, and a request on its last day, late in the evening. */
function coverageEnds(pen: Pen, name: string): void {
  const { draws } = pen;
  const member = draws.pick(['M1000001', 'M1000002']);
  pen.inject('eligibility-feed', {
    member,
    coverage: [{ from: '2019-01-01', to: pen.date(draws.pick([0, 0, 1, -1, 20])) }],
  });
  pen.now = midnight(pen, draws.pick([1, 1, 2])) + draws.pick([-4 * HOUR, -SECOND, 0, 9 * HOUR]);
  const start = pen.date(draws.pick([0, 1, 2, 20]));
  pen.act('pcp', 'submit-request', {
    case: name,
    use: draws.pick(['referral', 'outpatient']),
    with: { member, start },
  });
  if (draws.chance(0.5)) pen.act('pcp', 'find-members', { query: { query: member } });
  if (draws.chance(0.5)) pen.act('pcp', 'show-eligibility', { query: { by: 'id', query: member } });
  if (draws.chance(0.4)) claim(pen, member, '99203');
}

/** Two referrals to one place, whose spans touch, overlap or are the same. */
function spans(pen: Pen, name: string): void {
  const { draws } = pen;
  const length = draws.pick([10, 10, 10, 20, 334, 335, 364, 365, 366]);
  pen.act('pcp', 'submit-request', {
    case: name,
    use: 'referral',
    with: { start: pen.date(0), end: pen.date(length) },
  });
  pen.minutes();
  const start = length > 40 ? 40 : length + draws.pick([-1, 0, 1, 2]);
  pen.act('pcp', 'submit-request', {
    case: `${name}2`,
    use: 'referral',
    with: {
      start: pen.date(start),
      end: pen.date(start + 20),
      procedure: draws.pick(['99203', '99201', '99215', '99216', '99200']),
      ...(draws.chance(0.2) ? { service: 'surgery' } : {}),
    },
  });
  pen.minutes();
  pen.act('specialist', 'view-request', { case: name });
  if (draws.chance(0.5)) pen.act('specialist', 'show-report', { path: { id: 'referred-in' } });
  if (draws.chance(0.5)) {
    const from = pen.date(0);
    pen.inject('claim', {
      id: `CL-${draws.below(1_000_000)}`,
      member: 'M1000001',
      affiliation: 'aff-spec',
      procedure: draws.pick(['99203', '99204', '99213']),
      place: 'office',
      from,
      to: from,
      units: 1,
      charge: 20_000,
      copay: 2_500,
    });
    pen.act('pcp', 'view-request', { case: name });
  }
}

/** Reviews that end in a denial or a part of it, by every clock; the desk of the portal acts. */
function hardReviews(pen: Pen, name: string): void {
  const { draws } = pen;
  const codes = PROCEDURES.filter(({ review }) => review === 'fails' || review === 'partly').map(
    ({ code }) => code,
  );
  const [use, by] = draws.pick([
    ['urgent', 'pcp'],
    ['concurrent', 'specialist'],
    ['concurrent-inpatient', 'hospital'],
    ['outpatient', 'pcp'],
  ] as const);
  pen.act(by, 'submit-request', {
    case: name,
    use,
    with: {
      ...(draws.chance(0.15)
        ? { member: 'M5000002', procedure: draws.pick(['66984', '97110']) }
        : { procedure: draws.chance(0.8) ? draws.pick(codes) : draws.pick(['C9757', '33361']) }),
      ...(use === 'concurrent' || use === 'concurrent-inpatient'
        ? { urgency: draws.pick(['standard', 'urgent']) }
        : {}),
      ...(draws.chance(0.3) ? { information: [], start: pen.date(-draws.pick([0, 5])) } : {}),
      units: draws.pick([1, 2, 4]),
    },
  });
  if (use === 'concurrent-inpatient' && draws.chance(0.5)) {
    pen.minutes(1, 200);
    pen.inject('care-event', {
      request: `\${case.${name}}`,
      what: draws.pick(['discharged', 'quality-concern', 'suited-to-care-management']),
    });
  }
  if (draws.chance(0.15))
    pen.inject('care-event', { request: `\${case.${name}}`, what: 'reviewers-unavailable' });
  pen.days(3, 8);
  if (draws.chance(0.5)) pen.act(by, 'reconsider', { case: name, with: { reason: 'New findings.' } });
  if (use === 'concurrent-inpatient')
    pen.inject('care-event', { request: `\${case.${name}}`, what: 'discharged' });
  pen.days(4, 6);
}

/** An approval or denial by the story’s staff, and claims on it: of what was approved, beyond it, and after the member was told. */
function claimsOn(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const stay = draws.chance(0.4);
  const member = pick(['M1000001', 'M1000002']);
  const procedure = stay ? '99223' : pick(['29881', '97110', '27447']);
  const from = pen.date(0);
  pen.act(stay ? 'hospital' : 'specialist', 'submit-request', {
    case: name,
    use: stay ? 'concurrent-inpatient' : 'outpatient',
    with: { member, procedure, start: from, end: pen.date(10), units: 5 },
  });
  pen.minutes(60, 400);
  const outcome = pick(['denied', 'denied', 'approved', null]);
  if (outcome) {
    pen.act('physician', 'decide', {
      case: name,
      with: { outcome, basis: 'medical-necessity', reason: 'The level of care is not needed.' },
    });
    if (draws.chance(0.7)) {
      pen.days(0, 3);
      pen.act('physician', 'send-letter', {
        case: name,
        with: { decision: 1, to: 'member', sections: SECTIONS },
      });
    }
  }
  const days = draws.between(0, 4);
  const to = new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
  pen.days(6, 12);
  for (let left = draws.between(1, 2); left > 0; left -= 1)
    pen.inject('claim', {
      id: `CL-${draws.below(1_000_000)}`,
      member,
      affiliation: stay ? 'aff-hosp' : 'aff-spec',
      procedure,
      place: stay ? 'inpatient' : 'surgical',
      from,
      to,
      units: days + 1,
      charge: 500_000,
      copay: 2_500,
      ...(draws.chance(0.3) ? { authorization: `\${case.${name}}` } : {}),
    });
}

/** Claims for what needs no leave, or leave of another kind, by the rule that says so. */
function exemptClaims(pen: Pen): void {
  const { draws } = pen;
  for (let left = draws.between(1, 3); left > 0; left -= 1) {
    const from = pen.date(-draws.below(3));
    const [procedure, place, more] = draws.pick<readonly [string, string, Record<string, unknown>]>([
      ['90837', 'office', { purpose: draws.pick(['outpatient', 'other']) }],
      ['99395', 'office', { purpose: draws.pick(['preventive', 'other']) }],
      ['58300', 'office', {}],
      ['92014', 'office', {}],
      ['99203', 'office', { member: 'M5000001' }],
      ['99284', 'emergency-room', {}],
      ['70551', 'office', { emergent: true }],
      ['70551', 'outpatient', { emergent: true }],
      ['70551', 'office', { emergent: true }],
      ['70551', 'emergency-room', {}],
      ['99221', 'observation', { affiliation: 'aff-hosp' }],
      ['99221', 'inpatient', { affiliation: 'aff-hosp', emergent: true }],
      ['G0299', 'home', { affiliation: 'aff-vendor', visit: 2 }],
      ['90837', 'office', { affiliation: 'aff-out' }],
    ]);
    pen.inject('claim', {
      id: `CL-${draws.below(1_000_000)}`,
      member: 'M1000001',
      affiliation: 'aff-spec',
      procedure,
      place,
      from,
      to: from,
      units: 1,
      charge: 20_000,
      copay: 2_500,
      ...more,
    });
    pen.minutes();
  }
}

/** Requests whose information never comes, or comes late, up to the last limit of every clock. */
function neverComplete(pen: Pen, name: string): void {
  const { draws } = pen;
  const [use, by] = draws.pick([
    ['outpatient', 'pcp'],
    ['urgent', 'pcp'],
    ['concurrent', 'specialist'],
  ] as const);
  const past = use === 'outpatient' && draws.chance(0.5);
  pen.act(by, 'submit-request', {
    case: name,
    use,
    with: {
      information: [],
      ...(past ? { start: pen.date(-10), end: pen.date(-2) } : {}),
      ...(draws.chance(0.3) ? { procedure: '27447' } : {}),
    },
  });
  if (draws.chance(0.6)) {
    if (draws.chance(0.5)) pen.days(12, 13);
    else pen.days(1, 13);
    pen.act(by, 'supply-information', { case: name, with: { items: ['clinical-notes'] } });
  }
  pen.days(15, 18);
  pen.act(by, 'view-request', { case: name });
}

/** Several submissions with one thing wrong, odd or at its edge in each, and a look at what was taken. */
function entries(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  for (let left = draws.between(2, 4); left > 0; left -= 1) {
    const own = `${name}${left}`;
    const [by, use, fields, without] = pick<
      readonly [string, string, Record<string, unknown>, readonly string[]]
    >([
      ['pcp', 'outpatient', {}, ['urgency']],
      [
        'pcp',
        'referral',
        {},
        [pick(['member', 'units', 'start', 'end', 'procedure', 'service', 'servicing', 'requester'])],
      ],
      ['pcp', 'referral', { units: pick([99, 100, 999, 1000, 0, -1, 1.5]) }, []],
      [
        'pcp',
        'referral',
        { remarks: pick(['Modifiers 25, 59; "quoted" <b>bold</b> é', 'e'.repeat(255), 'e'.repeat(256)]) },
        [],
      ],
      ['pcp', 'referral', { procedure: pick(['99201', '99215', '99216', '99200', '99205']) }, []],
      ['pcp', 'referral', { member: 'M5000002', procedure: pick(['99205', '99203']) }, []],
      ['pcp', 'referral', { service: pick(['surgery', 'consultation']) }, []],
      [
        'pcp',
        'referral',
        { start: pen.date(pick([-91, -90, -89])), end: pen.date(pick([30, 273, 274, 275])) },
        [],
      ],
      ['pcp', 'referral', { start: pen.date(0), end: pen.date(pick([334, 340, 364, 365, 366])) }, []],
      [
        pick(['vendor', 'pcp', 'other']),
        'outpatient',
        {
          procedure: 'E1390',
          servicing: { provider: 'vendor', affiliation: 'aff-vendor' },
          information: ['prescription', 'supporting-documentation'],
        },
        [],
      ],
      [
        'pcp',
        'outpatient',
        { procedure: '70551', setting: pick(['surgical', 'outpatient']), information: [] },
        [],
      ],
      ['pcp-sister', 'referral', {}, []],
      ['outsider', 'outpatient', { servicing: { provider: 'dr-out', affiliation: 'aff-out' } }, []],
      ['outsider', 'outpatient', {}, []],
      [
        'pcp',
        'outpatient',
        { member: 'M4000001', procedure: '95810', setting: 'outpatient', information: [] },
        [],
      ],
      [
        'pcp',
        'outpatient',
        { member: pick(['M3000001', 'M6000005']), start: pen.date(pick([-20, 0, 20])) },
        [],
      ],
      [
        'pcp',
        'referral',
        {
          diagnoses: pick([
            [],
            ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B'],
            ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B', 'K21.9'],
          ]),
        },
        [],
      ],
      [pick(['viewer', 'referrals-only', 'two-sites']), pick(['referral', 'outpatient']), {}, []],
    ]);
    pen.act(by, 'submit-request', {
      case: own,
      use,
      ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
      ...(without.length > 0 ? { without: [...without] } : {}),
    });
    pen.minutes();
    if (draws.chance(0.5)) pen.act(pick([by, 'specialist']), 'view-request', { case: own });
  }
}

/** What users did, as the trail of it tells. */
function trail(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral' });
  for (const op of ['view-request', 'list-requests', 'find-members', 'show-eligibility'].filter(() =>
    draws.chance(0.7),
  )) {
    pen.minutes();
    const about =
      op === 'view-request'
        ? { case: name }
        : op === 'find-members'
          ? { query: { query: 'M1000001' } }
          : op === 'show-eligibility'
            ? { query: { by: 'id', query: 'M1000001' } }
            : {};
    pen.act('pcp', op, about);
  }
  pen.minutes();
  pen.act('administrator', 'read-audit-trail');
}

/** What may be done with a request in each of its states: closed, denied, approved, under review. */
function byStatus(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  pen.act('pcp', 'submit-request', {
    case: name,
    use: 'outpatient',
    ...(draws.chance(0.3) ? { with: { information: [] } } : {}),
  });
  pen.minutes(5, 300);
  const outcome = pick(['approved', 'denied', 'closed', 'open']);
  if (outcome === 'closed')
    pen.act('administrator', 'close', { case: name, with: { reason: 'administrative-error' } });
  else if (outcome !== 'open')
    pen.act('physician', 'decide', {
      case: name,
      with: { outcome, basis: 'medical-necessity', reason: 'As reviewed.' },
    });
  for (let left = draws.between(2, 4); left > 0; left -= 1) {
    pen.minutes();
    pick<() => void>([
      () =>
        pen.act('pcp', 'revise-request', {
          case: name,
          with: { units: pick([1, 2]), information: ['clinical-notes'] },
        }),
      () =>
        pen.act('pcp', 'revise-request', {
          case: name,
          with: { units: 1, add: [{ procedure: '97110', units: 1 }], information: ['clinical-notes'] },
        }),
      () =>
        pen.act('pcp', 'attach-document', {
          case: name,
          with: { name: 'notes.pdf', description: 'Notes', content: 'pdf:2000' },
        }),
      () =>
        pen.act(pick(['administrator', 'support', 'nurse', 'physician', 'pcp']), 'decide', {
          case: name,
          with: { outcome: pick(['approved', 'denied']), basis: 'medical-necessity', reason: 'As reviewed.' },
        }),
      () => pen.act('pcp', 'reconsider', { case: name, with: { reason: 'New findings.' } }),
      () => pen.act(pick(['pcp', 'specialist', 'other']), 'view-request', { case: name }),
      () => pen.inject('fax', { request: `\${case.${name}}`, text: 'Notes, page 1' }),
      () => pen.act('pcp', 'list-documents', { case: name }),
    ])();
  }
}

/** Watching that becomes a stay. */
function watchedThenKept(pen: Pen, name: string): void {
  const { draws } = pen;
  const hospital = { servicing: { provider: 'hospital', affiliation: 'aff-hosp' } };
  const since = (hours: number): string => new Date(pen.now - hours * HOUR).toISOString();
  pen.act('hospital', 'submit-request', {
    case: name,
    use: 'outpatient',
    with: {
      procedure: '99221',
      setting: 'observation',
      start: pen.date(-1),
      end: pen.date(0),
      units: 1,
      ...hospital,
      notification: { kind: 'observation', startedAt: since(13) },
    },
  });
  pen.minutes(600, 1500);
  pen.act('hospital', 'submit-request', {
    case: `${name}-stay`,
    use: 'admission',
    with: {
      procedure: '99221',
      start: pen.date(0),
      end: pen.date(4),
      units: 4,
      reviewType: 'concurrent',
      urgency: 'urgent',
      notification: {
        kind: 'emergency-admission',
        startedAt: since(draws.between(1, 12)),
        from: `\${case.${name}}`,
      },
    },
  });
  pen.minutes(1, 30);
  pen.act('hospital', 'view-request', { case: name });
  pen.days(1, 4);
  if (draws.chance(0.5)) pen.inject('care-event', { request: `\${case.${name}-stay}`, what: 'discharged' });
}

/** A user of two sites, and lists that must follow the site. */
function twoSites(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral', with: { diagnoses: ['E11.9'] } });
  pen.act('specialist', 'submit-request', { case: `${name}2`, use: 'concurrent' });
  for (const site of ['site-spec', 'site-pcp']) {
    pen.minutes();
    pen.act('two-sites', 'choose-site', { with: { site } });
    pen.act('two-sites', 'list-requests');
  }
  for (let left = draws.between(1, 4); left > 0; left -= 1) {
    pen.minutes();
    draws.pick<() => void>([
      () =>
        pen.act('two-sites', 'choose-site', {
          with: { site: draws.pick(['site-spec', 'site-pcp', 'site-other']) },
        }),
      () => pen.act('two-sites', 'list-requests'),
      () => pen.act('two-sites', 'show-session'),
      () => pen.act('pcp', 'choose-site', { with: { site: draws.pick(['site-spec', 'site-pcp']) } }),
      () => pen.act('pcp', 'list-requests', { query: { diagnosis: draws.pick(['E11.9', 'M17.11']) } }),
      () =>
        pen.act(draws.pick(['other', 'pcp-sister', 'specialist']), 'list-requests', {
          query: { member: 'M1000001' },
        }),
    ])();
  }
}

/** Access that is given, changed, renewed or not, and tried again much later. */
function longAccess(pen: Pen): void {
  const { draws } = pen;
  const user = draws.pick(['pcp', 'viewer', 'two-sites']);
  const tries = (): void => {
    pen.act(user, draws.pick(['list-requests', 'show-session', 'list-request-types']));
    if (draws.chance(0.6))
      pen.act(user, 'submit-request', {
        case: `try${draws.below(9)}`,
        use: draws.pick(['referral', 'outpatient']),
      });
  };
  const permissions = draws.pick([
    ['view'],
    ['view', 'submit-referral'],
    ['submit-referral'],
    ['view', 'upload'],
  ]);
  if (draws.chance(0.6))
    pen.act(draws.pick(['pcp-admin', 'pcp-admin', 'spec-admin']), 'change-user', {
      path: { id: user },
      with: { permissions },
    });
  pen.minutes();
  tries();
  for (let turn = draws.between(3, 8); turn > 0; turn -= 1) {
    pen.days(20, 29);
    pen.act(user, 'show-session');
    if (draws.chance(0.15)) pen.act('pcp-admin', 'renew-access', { path: { id: user } });
    if (draws.chance(0.5)) pen.act('pcp-admin', 'list-users');
  }
  tries();
}

/** What an office is paid, told and shown over some days. */
function officeDays(pen: Pen): void {
  const { draws } = pen;
  pen.act('pcp', 'register-electronic-payment', { with: { account: '000123456', routing: '011000015' } });
  pen.minutes();
  pen.inject('payment-run', { site: 'site-pcp', amount: 1000 });
  pen.days(0, 3);
  pen.inject('electronic-payment-completed', { site: 'site-pcp' });
  pen.days(0, 2);
  pen.inject('payment-run', { site: 'site-pcp', amount: 2000 });
  if (draws.chance(0.6))
    pen.inject('member-call', { member: 'M1000002', provider: 'dr-sister', site: 'site-pcp-sister' });
  pen.days(2, 4);
  for (const who of ['pcp-sister', 'pcp', 'pcp-admin'])
    pen.act(who, 'show-report', {
      path: { id: draws.pick(['member-roster', 'member-transactions', 'asthma', 'diabetes']) },
    });
  pen.act('pcp-admin', 'download-report', {
    path: { id: draws.pick(['asthma', 'immunization', 'member-roster', 'er-utilization']) },
  });
}

/** Documents of one name, newer ones and none, at every stage of a request. */
function sameName(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', {
    case: name,
    use: draws.pick(['outpatient', 'referral']),
    ...(draws.chance(0.4) ? { with: { procedure: '27447', information: [] } } : {}),
  });
  for (let file = 1; file <= draws.between(2, 3); file += 1) {
    pen.minutes(1, 900);
    pen.act('pcp', 'attach-document', {
      case: name,
      name: `${name}-file${file}`,
      with: { name: 'notes.pdf', description: 'Notes', content: `pdf:${2000 + file * 100}` },
    });
  }
  for (let pages = draws.below(3); pages > 0; pages -= 1)
    pen.inject('fax', { request: `\${case.${name}}`, text: `Notes, page ${pages}` });
  pen.minutes();
  pen.act('pcp', 'list-documents', { case: name });
  for (const file of [1, 2])
    pen.act(draws.pick(['pcp', 'pcp', 'specialist', 'other']), 'download-document', {
      case: name,
      path: { id: `\${case.${name}}`, document: `\${case.${name}-file${file}}` },
    });
  pen.minutes();
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: draws.pick([0, 1, 2]), information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: 1, add: [{ procedure: '97110', units: 1 }], information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'view-request', { case: name });
}

/** The days of the maintenance of the third weekend, from its beginning to the Monday after. */
function thirdWeekend(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.now = Date.parse(
    draws.pick(['2026-02-21T17:00:00-05:00', '2026-03-21T17:00:00-04:00', '2026-02-14T17:00:00-05:00']),
  );
  for (let left = draws.between(3, 7); left > 0; left -= 1) {
    pen.now += draws.pick([HOUR, 3 * HOUR, 7 * HOUR, 13 * HOUR]) + draws.pick([-SECOND, 0, SECOND]);
    draws.pick<() => void>([
      () =>
        pen.act('pcp', 'submit-request', {
          case: `${name}${left}`,
          use: draws.pick(['referral', 'outpatient', 'urgent']),
        }),
      () => pen.act('pcp', 'show-eligibility', { query: { by: 'id', query: 'M1000001' } }),
      () => pen.act('pcp', 'find-members', { query: { query: 'M1000001' } }),
      () => pen.act('pcp', 'list-requests'),
      () => pen.act('pcp', 'view-request', { case: `${name}${left + 1}` }),
      () =>
        pen.act('pcp', 'attach-document', {
          case: `${name}${left + 1}`,
          with: { name: 'notes.pdf', description: 'Notes', content: 'pdf:2000' },
        }),
    ])();
  }
}

/** Cases at the delegate with something about their beginning: no practitioner, a legacy authorization, other papers, an earlier case. */
function oddBeginnings(pen: Pen, name: string): void {
  const { draws } = pen;
  draws.pick<() => void>([
    () => {
      pen.now = Date.parse(
        draws.pick(['2021-10-15T03:59:59Z', '2021-10-15T04:00:00Z', '2021-11-22T15:00:00Z']),
      );
      const treatmentStart = draws.pick(['2021-12-01', '2021-10-14', '2021-10-15']);
      pen.act('practice', 'start-case', { case: name, use: 'case', with: { treatmentStart } });
    },
    () => {
      pen.act('practice', 'start-case', {
        case: name,
        use: 'case',
        ...(draws.chance(0.3) ? { with: { site: 'no-such-site' } } : {}),
      });
      pen.minutes(1, 3);
      pen.act('practice', 'pass-gate', { case: name });
      pen.minutes(1, 3);
      pen.act('practice', 'change-case', {
        case: name,
        with: draws.pick<Record<string, unknown>>([
          { site: 'rt-salem' },
          { treatmentStart: pen.date(50) },
          { cancerType: 'RCBRAI' },
        ]),
      });
      pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
      pen.act('practice', 'save-case', { case: name });
      const saved = pen.office.local(pen.now).day;
      let last = saved;
      for (let left = draws.pick([1, 2, 2]); left > 0; left -= 1)
        last = pen.office.nextWorking(last, 'fed+ma');
      pen.now = pen.office.instant(last + 1, 0) + draws.pick([-SECOND, 0, SECOND, HOUR]);
      pen.act('practice', 'resume-case', { case: name });
      pen.act('practice', 'view-case', { case: name });
      pen.act('practice', 'submit-case', { case: name });
    },
    () => {
      const type = draws.pick(['RCHENE', 'RCKIDN']);
      const phases = [{ name: 'phase 1', technique: 'proton', fractions: 10 }];
      pen.act('practice', 'start-case', {
        case: name,
        use: 'case-medicare',
        with: { cancerType: type, treatmentStart: pen.date(30), plan: { phases } },
      });
      pen.act('practice', 'pass-gate', { case: name });
      pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
      pen.act('practice', 'answer-questions', {
        case: name,
        with: { page: 'intent', answers: { intent: 'curative', 'prior-radiation': 'yes' } },
      });
      pen.act('practice', 'answer-questions', {
        case: name,
        with: { page: 'prior', answers: { 'prior-dose': 'yes' } },
      });
      pen.act('practice', 'choose-additional', { case: name, with: { choice: 'nothing' } });
      pen.act('practice', 'submit-case', { case: name });
      pen.minutes(20, 200);
      const covers = type === 'RCHENE';
      const right = draws.chance(0.5) ? covers : !covers;
      pen.act('d-physician', 'decide-case', {
        case: name,
        use: right ? 'approval' : 'denial',
        with: {
          guideline: `guideline-${type.slice(2).toLowerCase()}`,
          coverageRule: draws.pick([covers ? 'lcd-proton-head-and-neck' : 'ncd-proton-kidney', null]),
          ...(right ? { approved: phases } : { denied: phases }),
        },
      });
    },
    () => pen.act('practice-empty', 'start-case', { case: name, use: 'case' }),
    () =>
      pen.act('practice', 'start-case', {
        case: name,
        use: 'case',
        without: [draws.pick(['contact.whoToContact', 'contact.phone', 'contact.fax'])],
      }),
    () => {
      pen.act('practice', 'start-case', {
        case: name,
        use: 'case',
        with: {
          cancerType: 'RCBREA',
          member: {
            id: 'M8000002',
            birthDate: known('member.M8000002.birthDate'),
            lastName: known('member.M8000002.lastName'),
          },
          plan: {
            phases: [
              {
                name: 'phase 1',
                technique: 'three-dimensional conformal',
                fractions: draws.pick([24, 25, 26]),
              },
            ],
          },
        },
      });
    },
    () => {
      pen.act('practice', 'start-case', { case: name, use: 'case' });
      pen.minutes(1, 3);
      pen.act('practice', 'pass-gate', { case: name });
      for (let file = 1; file <= draws.between(4, 7); file += 1) {
        pen.minutes(1, 2);
        pen.act('practice', 'attach-case-document', {
          case: name,
          with: { name: `notes${file}.pdf`, description: 'Notes', content: 'pdf:2000' },
        });
      }
    },
    () => {
      pen.act('practice', 'start-case', { case: name, use: 'case', with: { cancerType: 'RCBREA' } });
      pen.minutes(1, 3);
      pen.act('practice', 'pass-gate', { case: name });
      pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
      pen.act('practice', 'answer-questions', {
        case: name,
        with: { page: 'disease', answers: { metastases: 'yes', laterality: 'left' } },
      });
      pen.minutes(1, 3);
      pen.act('practice', 'save-case', { case: name });
      pen.days(0, 3);
      pen.act('practice', 'resume-case', { case: name });
      pen.act('practice', 'answer-questions', {
        case: name,
        with: { page: 'metastatic-sites', answers: { 'metastatic-site': 'bone' } },
      });
      pen.act('practice', 'answer-questions', {
        case: name,
        with: {
          page: 'technique',
          answers: { 'breath-hold': 'no', 'image-guidance-first': 'none', 'image-guidance-boost': 'none' },
        },
      });
      pen.act('practice', 'submit-case', { case: name });
    },
    () => {
      const made = buildCase(pen, name, [], { medicare: draws.chance(0.4), cancerType: 'RCBONE' });
      pen.minutes(20, 100);
      const outcome = draws.pick(['denial', 'denial', 'approval']);
      pen.act(outcome === 'approval' ? 'd-nurse' : 'd-physician', 'decide-case', {
        case: name,
        use: outcome,
        ...(outcome === 'denial' ? { with: { alternative: 'a simpler plan' } } : {}),
      });
      pen.minutes(20, 3000);
      const link =
        outcome === 'denial' ? { alternativeOf: `\${case.${name}}` } : { replaces: `\${case.${name}}` };
      if (outcome === 'denial' && draws.chance(0.4))
        pen.act('practice', 'open-reconsideration', { case: name, with: { proceed: true } });
      pen.minutes(1, 10);
      if (draws.chance(0.3)) pen.days(20, 45);
      pen.act('practice', 'start-case', {
        case: `${name}2`,
        use: made.medicare ? 'case-medicare' : 'case',
        with: {
          ...link,
          treatmentStart: pen.date(draws.pick([10, 60])),
          ...(outcome === 'approval'
            ? { plan: { phases: [{ name: 'phase 1', technique: 'proton', fractions: 10 }] } }
            : {}),
        },
      });
      pen.act('practice', 'pass-gate', { case: `${name}2` });
      pen.act('practice', 'set-priority', { case: `${name}2`, with: { routine: true } });
      pen.act('practice', 'submit-case', { case: `${name}2` });
      pen.minutes(10, 60);
      pen.act('d-nurse', 'decide-case', {
        case: `${name}2`,
        use: 'approval',
        ...(outcome === 'approval'
          ? { with: { approved: [{ name: 'phase 1', technique: 'proton', fractions: 10 }] } }
          : {}),
      });
      pen.minutes(10, 60);
      pen.act('practice', 'view-case', { case: name });
    },
    () => {
      pen.act('practice', 'start-case', {
        case: name,
        use: 'case',
        with: {
          treatmentStart: pen.date(-draws.pick([10, 100, 179, 180, 181])),
          retrospective: { claimSubmitted: draws.chance(0.2) },
        },
      });
      pen.minutes(1, 5);
      pen.act('practice', 'pass-gate', { case: name });
      pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
      pen.act('practice', 'submit-case', { case: name });
      pen.minutes(20, 600);
      pen.act('d-physician', 'decide-case', {
        case: name,
        use: 'approval',
        with: draws.pick<Record<string, unknown>>([
          { urgencyMet: false, necessityMet: true },
          { urgencyMet: true, necessityMet: true },
          {},
        ]),
      });
    },
  ])();
}

export const PLAN_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [
  coverageEnds,
  spans,
  spans,
  exemptClaims,
  exemptClaims,
  watchedThenKept,
  twoSites,
  longAccess,
  officeDays,
  sameName,
  thirdWeekend,
  hardReviews,
  hardReviews,
  neverComplete,
  neverComplete,
  entries,
  entries,
  entries,
  trail,
  thirdWeekend,
  thirdWeekend,
  thirdWeekend,
];
export const STAFFED_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [claimsOn, byStatus];
export const DELEGATE_CORNERS: readonly ((pen: Pen, name: string) => void)[] = [oddBeginnings];
