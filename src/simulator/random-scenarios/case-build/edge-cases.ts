import { protonByCoverageRule, retrospective, secondCase } from '../case-decision/edge-cases.ts';
import { known } from '../known.ts';
import type { Move } from '../moves.ts';
import { HOUR, type Pen } from '../pen.ts';

const SECOND = 1000;

/** A case on the first day of the program, and the second before it. */
function legacyDates(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.now = Date.parse(draws.pick(['2021-10-15T03:59:59Z', '2021-10-15T04:00:00Z', '2021-11-22T15:00:00Z']));
  const treatmentStart = draws.pick(['2021-12-01', '2021-10-14', '2021-10-15']);
  pen.act('practice', 'start-case', { case: name, use: 'case', with: { treatmentStart } });
}

/** A case that is saved and resumed at the end of its last business day. */
function savedToExpiry(pen: Pen, name: string): void {
  const { draws } = pen;
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
  for (let left = draws.pick([1, 2, 2]); left > 0; left -= 1) last = pen.office.nextWorking(last, 'fed+ma');
  pen.now = pen.office.instant(last + 1, 0) + draws.pick([-SECOND, 0, SECOND, HOUR]);
  pen.act('practice', 'resume-case', { case: name });
  pen.act('practice', 'view-case', { case: name });
  pen.act('practice', 'submit-case', { case: name });
}

/** A case of an account that has no practitioner. */
function withoutPractitioner(pen: Pen, name: string): void {
  pen.act('practice-empty', 'start-case', { case: name, use: 'case' });
}

/** A case that lacks one entry of its contact. */
function withoutContact(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('practice', 'start-case', {
    case: name,
    use: 'case',
    without: [draws.pick(['contact.whoToContact', 'contact.phone', 'contact.fax'])],
  });
}

/** Treatment that a former authorization covers, or exceeds by a fraction. */
function legacyAuthorization(pen: Pen, name: string): void {
  const { draws } = pen;
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
}

/** A case with four to seven documents. */
function manyDocuments(pen: Pen, name: string): void {
  const { draws } = pen;
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
}

/** A case that is saved between two pages of its clinical questions. */
function savedWithinQuestions(pen: Pen, name: string): void {
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
}

/** Cases at the delegate with something unusual about how they begin. */
export const CASE_EDGE_CASES: readonly Move<string>[] = [
  {
    name: 'on the day that the program begins',
    subject: 'case-build',
    weight: 1,
    after: ['scope.golive.accept-from-2021-10-15', 'scope.golive.service-date-from-2021-10-15'],
    write: legacyDates,
  },
  {
    name: 'saved, and resumed when it expires',
    subject: 'case-build',
    weight: 1,
    after: [
      'case.save.2-business-days',
      'case.save.expired-not-resumable',
      'case.lock.no-edit-after-clinical-gate',
    ],
    write: savedToExpiry,
  },
  {
    name: 'decided by a coverage rule',
    subject: 'case-decision',
    weight: 1,
    after: ['scope.review.medicare-lcd-ncd-precedence', 'scope.review.evidence-based-comparison'],
    write: protonByCoverageRule,
  },
  {
    name: 'without a practitioner',
    subject: 'case-build',
    weight: 1,
    after: ['account.provider.needed-before-case'],
    write: withoutPractitioner,
  },
  {
    name: 'without a contact',
    subject: 'case-build',
    weight: 1,
    after: ['case.contact.required-fields'],
    write: withoutContact,
  },
  {
    name: 'under an authorization of the former program',
    subject: 'case-build',
    weight: 1,
    after: ['scope.transition.existing-auth-honoured', 'scope.transition.changed-treatment-needs-new'],
    write: legacyAuthorization,
  },
  {
    name: 'with more documents than it may have',
    subject: 'case-build',
    weight: 1,
    after: ['case.upload.max-five-documents'],
    write: manyDocuments,
  },
  {
    name: 'saved between two pages of questions',
    subject: 'case-build',
    weight: 1,
    after: [
      'case.save.finish-later',
      'clinical.questions.depend-on-answers',
      'clinical.questions.breast-examples',
    ],
    write: savedWithinQuestions,
  },
  {
    name: 'after an earlier case',
    subject: 'case-build',
    weight: 1,
    after: [
      'altrec.accept.medicaid-two-routes',
      'altrec.accept.before-treatment-start',
      'update.new-approved-withdraws-original',
    ],
    write: secondCase,
  },
  {
    name: 'in retrospect',
    subject: 'case-build',
    weight: 1,
    after: [
      'retro.window.180-calendar-days',
      'retro.before-claim',
      'retro.reviewed-for-urgency-and-necessity',
    ],
    write: retrospective,
  },
];
