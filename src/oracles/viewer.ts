import type { Book } from './casebook/book.ts';
import type { CaseFile, Exchange } from './casebook/case-file.ts';
import { siteOf } from './casebook/site.ts';
import { at, type Fields, fields, list, text } from './casebook/values.ts';
import { type Family, needing } from './family.ts';
import { type Finding, finding } from './finding.ts';

type Shown = {
  readonly book: Book;
  readonly file: CaseFile;
  readonly exchange: Exchange;
  readonly answer: Fields;
  readonly asked: Fields;
};

/** Paths of an answer that are missing or differ from what they should be. */
function differences(answer: Fields, expected: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(expected).flatMap(([path, value]) => {
    const seen = at(answer, path);
    const same = value === undefined ? seen !== undefined && seen !== null && seen !== '' : seen === value;
    return same ? [] : [path];
  });
}

/** The same, of those entries that the submission gave at all. */
const differencesOfGiven = (answer: Fields, expected: Readonly<Record<string, unknown>>): string[] =>
  differences(
    answer,
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
  );

const judged = (shown: Shown, rule: string, wrong: readonly string[], right: string): Finding =>
  finding({
    rule,
    case: shown.file.name,
    verdict: wrong.length === 0 ? 'met' : 'violated',
    because: wrong.length === 0 ? right : `Missing or different: ${wrong.join(', ')}.`,
    events: [shown.exchange.seq],
  });

/** What the world and the submission say that a full view must show. `undefined` stands for anything but nothing. */
function expectedOf({ book, file, asked }: Shown) {
  const member = book.index.members.get(text(asked.member) ?? '');
  const provider = book.world.providers.find(({ id }) => id === at(asked, 'servicing.provider'));
  const affiliation = provider?.affiliations.find(({ id }) => id === at(asked, 'servicing.affiliation'));
  const site = book.world.sites.find(
    ({ id }) => id === (file.submission ? siteOf(book, file.submission) : null),
  );
  const pcp = book.world.providers.find(({ id }) => id === member?.pcp.provider);
  const pcpSite = book.world.sites.find(({ id }) => id === member?.pcp.site);
  return { member, provider, affiliation, site, pcp, pcpSite };
}

function sameOnEveryAnswer(shown: Shown): Finding[] {
  const { answer, asked } = shown;
  const { provider, affiliation, site } = expectedOf(shown);
  const found = [
    judged(
      shown,
      'portal.referral.requesting-provider-autofill',
      differences(answer, { 'referredBy.site': site?.id, 'referredBy.name': site?.name }),
      'The requesting provider is the current site.',
    ),
    judged(
      shown,
      'portal.referral.contact-editable',
      differencesOfGiven(answer, {
        'requester.name': at(asked, 'requester.name'),
        'requester.phone': at(asked, 'requester.phone'),
        'servicingContact.name': at(asked, 'servicing.contact.name'),
        'servicingContact.phone': at(asked, 'servicing.contact.phone'),
      }),
      'Both contacts are kept as they were entered.',
    ),
  ];
  if ((provider?.affiliations.length ?? 0) > 1) {
    found.push(
      judged(
        shown,
        'portal.referral.servicing-multi-group',
        differences(answer, { 'referredTo.affiliation': affiliation?.id, 'payTo.name': affiliation?.group }),
        'The chosen affiliation is the one that is kept.',
      ),
    );
  }
  const remarks = text(asked.remarks);
  if (remarks !== null && remarks !== '') {
    found.push(
      judged(
        shown,
        'portal.referral.remarks-content',
        differences(answer, { remarks }),
        'The remarks come back to the letter.',
      ),
    );
  }
  const codes = list(asked.diagnoses);
  if (codes.length > 1) {
    const order = list(answer.diagnoses).map((row) => fields(row).code);
    const wrong = JSON.stringify(order) === JSON.stringify(codes) ? [] : ['diagnoses'];
    found.push(
      judged(
        shown,
        'portal.referral.diagnosis-primary-first',
        wrong,
        'The diagnoses keep their order, the primary one first.',
      ),
    );
  }
  return found;
}

function responseOf(shown: Shown): Finding[] {
  const { answer, asked } = shown;
  const { member, provider, site } = expectedOf(shown);
  const wrong = differences(answer, {
    'member.id': member?.id,
    'member.name': `${member?.lastName}, ${member?.firstName}`,
    'member.birthDate': member?.birthDate,
    'referredBy.name': site?.name,
    'referredTo.name': provider?.name,
    start: asked.start,
    end: asked.end,
    type: asked.type,
    units: asked.units,
  });
  const message = typeof answer.message === 'string' ? [] : ['message'];
  const found = [
    judged(
      shown,
      'portal.response.fields',
      [...wrong, ...message],
      'Every entry is shown; number and status have rules of their own.',
    ),
  ];
  const status = text(answer.status);
  if (status === 'PEND') {
    const words = text(answer.message) ?? '';
    const hint = /4 hours/.test(words) && /morning/.test(words) ? [] : ['message'];
    found.push(
      judged(shown, 'portal.response.pended-recheck-hint', hint, 'The message says when to look again.'),
    );
  }
  if (asked.type === 'referral' && status !== null) {
    found.push(
      judged(
        shown,
        'portal.response.clean-referral-approved',
        status === 'APPROVED' ? [] : [`status ${status}`],
        'A clean referral is approved at once.',
      ),
    );
  }
  return found;
}

const luhn = (npi: string): boolean => {
  const digits = [...`80840${npi}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return /^[12]\d{9}$/.test(npi) && sum % 10 === 0;
};

function viewOf(shown: Shown): Finding[] {
  const { answer, asked, file, book } = shown;
  const { member, provider, affiliation, site, pcp, pcpSite } = expectedOf(shown);
  const header = differences(answer, {
    id: file.id,
    'member.id': member?.id,
    'member.name': `${member?.lastName}, ${member?.firstName}`,
    'member.birthDate': member?.birthDate,
    'member.product': member?.product,
    'memberPcp.name': pcp?.name,
    'referredBy.name': site?.name,
    'referredTo.name': provider?.name,
    inpatientOutpatient: undefined,
    'payTo.name': affiliation?.group,
    'diagnoses.0.code': undefined,
    'diagnoses.0.description': undefined,
    status: undefined,
    authorizationDate: book.dateAt(file.received.at.low),
    start: asked.start,
    end: asked.end,
  });
  const lines = list(answer.lines).map(fields);
  const columns = [
    'line',
    'status',
    'code',
    'codeType',
    'modifier',
    'description',
    'totalUnits',
    'usedUnits',
  ];
  const lineFaults = lines.flatMap((line, index) => [
    ...columns.filter((column) => line[column] === undefined).map((column) => `lines.${index}.${column}`),
    ...(line.line === index + 1 ? [] : [`lines.${index}.line`]),
  ]);
  const units = lines.filter(
    (line) =>
      !(
        line.usedUnits === 0 ||
        (Number(line.usedUnits) > 0 && Number(line.usedUnits) <= Number(line.totalUnits))
      ),
  );
  const numbers = {
    'referredBy.npi': site?.npi,
    'referredTo.npi': provider?.npi,
    'memberPcp.npi': pcp?.npi,
    'memberPcp.siteName': pcpSite?.name,
  };
  const npis = ['referredBy.npi', 'referredTo.npi', 'memberPcp.npi', 'payTo.npi'].filter(
    (path) => !luhn(text(at(answer, path)) ?? ''),
  );
  const word = { referral: /specialist/i, outpatient: /^outpatient/i, admission: /^inpatient/i }[file.type];
  const found = [
    judged(shown, 'portal.viewer.header-fields', header, 'All sixteen entries are shown.'),
    judged(
      shown,
      'portal.viewer.service-line-columns',
      lines.length === 0 ? ['lines'] : lineFaults,
      'Every line has its eight columns.',
    ),
    judged(
      shown,
      'portal.viewer.used-units',
      units.length > 0 ? ['usedUnits'] : [],
      'Used units start at none.',
    ),
    judged(
      shown,
      'portal.viewer.provider-with-npi',
      differences(answer, numbers),
      'Providers are shown with their NPI.',
    ),
    judged(shown, 'portal.referral.npi-format', npis, 'Every NPI passes its check digit.'),
    judged(
      shown,
      'portal.viewer.setting-values',
      word.test(text(answer.inpatientOutpatient) ?? '') ? [] : ['inpatientOutpatient'],
      'The setting is of its class.',
    ),
    judged(
      shown,
      'um.submit.same-clock-any-channel',
      Date.parse(text(answer.receivedAt) ?? '') === file.received.at.low ? [] : ['receivedAt'],
      'The time of receipt is that of the submission.',
    ),
  ];
  if (file.type === 'referral') {
    const total = lines.reduce((sum, line) => sum + Number(line.totalUnits), 0);
    const described = lines.some((line) => /referral/i.test(text(line.description) ?? ''));
    found.push(
      judged(
        shown,
        'portal.viewer.referral-line',
        total === asked.units && described ? [] : ['lines'],
        'One line holds the visits of the referral.',
      ),
    );
  }
  return found;
}

const RULES = [
  'portal.response.fields',
  'portal.response.pended-recheck-hint',
  'portal.response.clean-referral-approved',
  'portal.referral.requesting-provider-autofill',
  'portal.referral.contact-editable',
  'portal.referral.servicing-multi-group',
  'portal.referral.remarks-content',
  'portal.referral.diagnosis-primary-first',
  'portal.referral.npi-format',
  'portal.viewer.header-fields',
  'portal.viewer.service-line-columns',
  'portal.viewer.used-units',
  'portal.viewer.provider-with-npi',
  'portal.viewer.setting-values',
  'portal.viewer.referral-line',
  'um.submit.same-clock-any-channel',
];

/** What the response screen and the viewer show, held against the submission and the world. User Guide. */
export const viewer: Family = {
  name: 'viewer',
  rules: needing(['sessions', 'requests'], ...RULES),
  judge: (book) =>
    book.cases.flatMap((file) => {
      const { submission } = file;
      if (!submission) return [];
      const known = book.index.members.has(text(submission.body.member) ?? '');
      const provider = book.world.providers.some(
        ({ id }) => id === at(submission.body, 'servicing.provider'),
      );
      const typed =
        submission.body.type === file.type && ['referral', 'outpatient', 'admission'].includes(file.type);
      if (!known || !provider || !typed) return [];
      const shown = (exchange: Exchange): Shown => ({
        book,
        file,
        exchange,
        answer: exchange.answer,
        asked: submission.body,
      });
      const views = file.views.filter(
        ({ status, answer, actor }) =>
          status === 200 && answer.access !== 'verification' && actor === submission.actor,
      );
      return [
        ...responseOf(shown(submission)),
        ...sameOnEveryAnswer(shown(submission)),
        ...views.flatMap((view) => [...viewOf(shown(view)), ...sameOnEveryAnswer(shown(view))]),
      ];
    }),
};
