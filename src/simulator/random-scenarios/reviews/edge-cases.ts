import { PROCEDURES } from '../../codes.ts';
import { HOUR, type Pen } from '../pen.ts';

/** Reviews that end in a denial or a part of it, by every clock; the desk of the portal acts. */
export function denialsByEveryClock(pen: Pen, name: string): void {
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

/** Requests whose information never comes, or comes late, up to the last limit of every clock. */
export function informationNeverComplete(pen: Pen, name: string): void {
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

/** Watching that becomes a stay, or that a request of another site or another member names as its own. */
export function observationThenStay(pen: Pen, name: string): void {
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
  pen.act(draws.chance(0.2) ? 'pcp' : 'hospital', 'submit-request', {
    case: `${name}-stay`,
    use: 'admission',
    with: {
      ...(draws.chance(0.1) ? { member: 'M1000002' } : {}),
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

/** What may be done with a request in each of its states: closed, denied, approved, under review. */
export function actsInEveryStatus(pen: Pen, name: string): void {
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
