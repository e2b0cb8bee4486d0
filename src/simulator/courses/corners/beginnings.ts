import { buildCase } from '../cases.ts';
import { known } from '../known.ts';
import { HOUR, type Pen } from '../pen.ts';

const SECOND = 1000;

/** Cases at the delegate with something about their beginning: no practitioner, a legacy authorization, other papers, an earlier case. */
export function oddBeginnings(pen: Pen, name: string): void {
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
