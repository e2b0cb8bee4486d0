import type { Book } from '../casebook/book.ts';
import type { Exchange } from '../casebook/case-file.ts';
import { at, type Fields, fields, list, strings, text } from '../casebook/values.ts';
import type { Seen } from '../family.ts';
import { criteriaMet } from './building.ts';
import {
  businessDaysAfter,
  calendarDaysAfter,
  determinationsBefore,
  itemsOf,
  localDateOf,
  stateBefore,
  submitted,
} from './course.ts';
import {
  buildAt,
  callsBefore,
  caseOfCall,
  type DelegateCase,
  type DelegateNote,
  delegateOf,
  done,
  lastCall,
  notesBefore,
  staffRole,
  uploadsBefore,
} from './file.ts';
import { delegateCalls, delegateCases, shown, told } from './look.ts';

const sum = (items: readonly Fields[], like: Fields): number =>
  items
    .filter((one) => one.name === like.name && one.technique === like.technique && one.asNeeded !== true)
    .reduce((total, one) => total + Number(one.fractions ?? 0), 0);

/** The plan that a determination answers, with what was changed by phone before it. */
function planBefore(file: DelegateCase, seq: number): { phases: readonly Fields[]; images: boolean } {
  const build = buildAt(file, seq);
  const phases = itemsOf(at(build, 'plan.phases'));
  const fractions = callsBefore(file, 'update-case', seq)
    .map(({ body }) => body.fractions)
    .filter((value) => typeof value === 'number')
    .at(-1);
  const [first, ...rest] = phases;
  const changed = first && fractions !== undefined ? [{ ...first, fractions }, ...rest] : phases;
  return { phases: changed, images: at(build, 'plan.imageGuidance') === true };
}

/** What of a plan is neither approved nor denied, or approved beyond it; null where all adds up. */
function unaccounted(phases: readonly Fields[], decision: Fields): string | null {
  const [approved, denied] = [itemsOf(decision.approved), itemsOf(decision.denied)];
  for (const phase of phases) {
    const wanted = Number(phase.fractions);
    if (sum(approved, phase) > wanted) return `${text(phase.name)}: more is approved than was asked for`;
    if (sum(approved, phase) + sum(denied, phase) < wanted)
      return `${text(phase.name)}: not all of ${wanted} fractions is approved or denied`;
  }
  const extra = approved.find(
    (item) =>
      item.asNeeded !== true &&
      phases.every((one) => one.name !== item.name || one.technique !== item.technique),
  );
  return extra ? `${text(extra.technique)} was not asked for, and is not marked as needed` : null;
}

const deniesSome = (decision: Fields): boolean =>
  list(decision.denied).length > 0 || decision.imageGuidance === 'denied';

/** A look at each determination that the feed tells of. */
const perDetermination =
  (look: (made: DelegateNote, file: DelegateCase, book: Book) => Seen | null) =>
  (file: DelegateCase, book: Book): Seen[] =>
    determinationsBefore(file).flatMap((made) => look(made, file, book) ?? []);

/** The coverage rule of Medicare that a case’s plan falls under. */
function coverageOf(book: Book, file: DelegateCase, seq: number) {
  if (file.line !== 'medicare') return undefined;
  const techniques = planBefore(file, seq).phases.map(({ technique }) => technique);
  return delegateOf(book).delegation?.coverageRules.find(
    (one) => one.cancerType === buildAt(file, seq).cancerType && techniques.includes(one.technique),
  );
}

/** Notices about a determination: those sent after it and before the next one. */
function noticesOf(file: DelegateCase, made: DelegateNote): readonly DelegateNote[] {
  const next = determinationsBefore(file).find(({ seq }) => seq > made.seq)?.seq ?? Number.POSITIVE_INFINITY;
  return file.notices.filter(
    ({ seq, type }) => ['determination', 'reconsideration'].includes(type) && seq > made.seq && seq < next,
  );
}

/** Whether enough of the history is left to say that a notice was not sent: the same business day. */
const settled = (book: Book, file: DelegateCase, { at: when }: DelegateNote): boolean =>
  book.until > businessDaysAfter(file, when, 1);

const CODE = /(^|[\s:,(])([A-Z]\d{4}|\d{5})([\s,.;)]|$)/;

/** What every determination must hold. Training, Holistic Treatment Plan Review and Criteria Met. */
export const determinations = delegateCases('determinations of the delegate', {
  'scope.review.evidence-based-comparison': perDetermination((made, file, book) => {
    const type = delegateOf(book).delegation?.cancerTypes.find(
      ({ code }) => code === buildAt(file, made.seq).cancerType,
    );
    const named = text(made.told.guideline);
    return told([made.seq], named === type?.guideline, `The guideline named is ${named || 'none'}.`);
  }),
  'scope.review.medicare-lcd-ncd-precedence': perDetermination((made, file, book) => {
    const rule = coverageOf(book, file, made.seq);
    if (!rule) return null;
    const against = itemsOf(rule.covers ? made.told.denied : made.told.approved);
    const contradicted = against.some(({ technique }) => technique === rule.technique);
    return told(
      [made.seq],
      made.told.coverageRule === rule.id && !contradicted,
      `${rule.id} applies; ${text(made.told.coverageRule) ?? 'none'} is cited, and it is ${contradicted ? 'contradicted' : 'followed'}.`,
    );
  }),
  'decision.summary.partition-invariant': perDetermination((made, file) => {
    const left = unaccounted(planBefore(file, made.seq).phases, made.told);
    return told([made.seq], left === null, left ?? 'Everything asked for is approved or denied.');
  }),
  'decision.summary.denied-needs-rationale': perDetermination((made) =>
    deniesSome(made.told)
      ? told([made.seq], (text(made.told.rationale) ?? '').trim() !== '', 'Something is denied.')
      : null,
  ),
  'decision.igrt.separate-determination': perDetermination((made, file) => {
    if (!planBefore(file, made.seq).images) return null;
    const result = text(made.told.imageGuidance);
    const notices = noticesOf(file, made);
    const saying = notices.every((one) => one.told.imageGuidance === result);
    return told(
      [made.seq],
      (result === 'approved' || result === 'denied') && saying,
      `Image guidance was asked for; the result is ${result ?? 'none'}, and ${saying ? 'every' : 'not every'} notice says it.`,
    );
  }),
  'altrec.offer.may-be-made': perDetermination((made) =>
    text(made.told.alternative)
      ? told(
          [made.seq],
          made.told.outcome !== 'approved',
          `An alternative on a case ${text(made.told.outcome)}.`,
        )
      : null,
  ),
  'retro.reviewed-for-urgency-and-necessity': perDetermination((made, file) => {
    if (!file.started.body.retrospective) return null;
    const [urgency, necessity] = [made.told.urgencyMet, made.told.necessityMet];
    const both = typeof urgency === 'boolean' && typeof necessity === 'boolean';
    const holds = both && (made.told.outcome !== 'approved' || (urgency && necessity));
    return told([made.seq], holds, `Urgency: ${String(urgency)}; necessity: ${String(necessity)}.`);
  }),
  'clinical.notmet.never-auto-denied': perDetermination((made) =>
    made.told.outcome === 'approved'
      ? null
      : told([made.seq], made.told.by !== 'system', `Decided by ${text(made.told.by)}.`),
  ),
  'decision.notice.both-recipients': perDetermination((made, file, book) => {
    if (!settled(book, file, made)) return null;
    const parties = new Set(noticesOf(file, made).map(({ told: one }) => text(one.to)));
    return told(
      [made.seq],
      parties.has('provider') && parties.has('member'),
      `Notices went to ${[...parties].join(' and ') || 'nobody'}.`,
      {
        causedBy:
          made.told.by === 'system' && made.told.outcome !== 'approved'
            ? 'clinical.notmet.never-auto-denied'
            : null,
      },
    );
  }),
  'decision.notice.technique-and-fractions': perDetermination((made, file) => {
    if (made.told.outcome === 'denied') return null;
    const notices = noticesOf(file, made);
    const approved = itemsOf(made.told.approved);
    const wrong = notices.filter(({ told: one }) =>
      approved.some(
        (item, index) =>
          strings(one.techniques)[index] !== item.technique || list(one.fractions)[index] !== item.fractions,
      ),
    );
    if (notices.length === 0) return null;
    return told(
      [made.seq, ...wrong.map(({ seq }) => seq)],
      wrong.length === 0,
      `${wrong.length} of ${notices.length} notices do not state what was approved.`,
    );
  }),
  'decision.notice.treatment-plan-not-codes': perDetermination((made, file) => {
    const notices = noticesOf(file, made);
    const coded = notices.filter(({ told: one }) => CODE.test(text(one.text) ?? ''));
    return notices.length === 0
      ? null
      : told(
          [made.seq, ...coded.map(({ seq }) => seq)],
          coded.length === 0,
          `${coded.length} notices list a code.`,
        );
  }),
  'decision.fax.determination-to-provider': perDetermination((made, file, book) => {
    if (made.told.cause !== 'reconsideration' || !settled(book, file, made)) return null;
    const faxed = noticesOf(file, made).some(({ told: one }) => one.to === 'provider' && one.by === 'fax');
    return told([made.seq], faxed, `The determination was ${faxed ? '' : 'not '}faxed to the provider.`);
  }),
  'case.contact.email-enables-enotification': perDetermination((made, file, book) => {
    const email = text(at(buildAt(file, made.seq), 'contact.email'));
    if (!settled(book, file, made) || noticesOf(file, made).length === 0) return null;
    const sent = noticesOf(file, made).some(({ told: one }) => one.by === 'e-mail');
    if (email === null) return null;
    return told([made.seq], sent, `The contact gave an address; an e-mail was ${sent ? '' : 'not '}sent.`);
  }),
  'account.register.notices-go-to-fax-and-email': perDetermination((made, file, book) => {
    const account = delegateOf(book).delegation?.accounts.find(({ id }) => id === file.user);
    const contact = fields(buildAt(file, made.seq).contact);
    const sent = noticesOf(file, made).filter(({ told: one }) => one.to === 'provider' && one.by === 'fax');
    if (!account || sent.length === 0) return null;
    const known = [text(contact.fax), account.fax];
    return told(
      [made.seq],
      sent.every(({ told: one }) => known.includes(text(one.address))),
      'Faxes went to the number of the case or of the registration, or elsewhere.',
    );
  }),
  'recon.web.physician-reviews': perDetermination((made) =>
    made.told.cause === 'reconsideration'
      ? told([made.seq], made.told.by === 'physician', `Reconsidered by ${text(made.told.by)}.`)
      : null,
  ),
  'clinical.additional.sent-to-review': (file) =>
    notesBefore(file, 'case-reviewed').map((review) => {
      const sent = uploadsBefore(file, review.seq).length;
      const notes = text(lastCall(file, 'choose-additional', review.seq)?.body.notes);
      const looked = list(review.told.documents).length;
      const read = notes === null || notes.trim() === '' || review.told.notes === notes;
      const because = `${sent} documents were sent and ${looked} were reviewed; notes were ${read ? '' : 'not '}read.`;
      return told([review.seq], looked >= sent && read, because);
    }),
  'clinical.collection.online-or-fax': (file, book) => {
    const faxes = (book.index.byOperation.get('inject') ?? []).filter(
      ({ body }) => body.kind === 'case-fax' && body.case === file.number,
    );
    return faxes.map((fax) => {
      const linked = file.notes.some(
        (note) => note.seq > fax.seq && note.type === 'case-information-received' && note.told.by === 'fax',
      );
      return told([fax.seq], linked, `A fax was ${linked ? '' : 'not '}filed with its case.`);
    });
  },
  'clinical.info-request.fax-within-2-business-days': (file, book) => {
    const since = submitted(file);
    const [asked] = notesBefore(file, 'case-information-requested');
    if (!since || !asked || book.scripted) return null;
    const due = businessDaysAfter(file, since.at, file.pack.delegate.informationBusinessDays);
    const fax = file.notices.find(
      ({ seq, told: one, type }) => seq > since.seq && type === 'information' && one.by === 'fax',
    );
    if (asked.told.dueAt !== null) return null;
    if (!fax && book.until <= due) return null;
    const holds = fax !== undefined && fax.at <= due;
    return told(
      [asked.seq],
      holds,
      `Submitted on ${localDateOf(file, since.at)}; the fax was due by ${localDateOf(file, due)} and went out ${fax ? `on ${localDateOf(file, fax.at)}` : 'never'}.`,
      { edge: fax?.at === due ? 'at' : null },
    );
  },
  'update.new-approved-withdraws-original': (file, book) => {
    const original = delegateOf(book).cases.get(text(file.started.body.replaces) ?? '');
    if (!original) return null;
    const [withdrawn] = notesBefore(original, 'case-withdrawn');
    const approved = determinationsBefore(file).find(({ told: one }) => one.outcome === 'approved');
    if (!approved)
      return told(
        [file.started.seq],
        withdrawn === undefined,
        `The new case is not approved; the original was ${withdrawn ? '' : 'not '}withdrawn.`,
      );
    if (!withdrawn && book.until <= businessDaysAfter(file, approved.at, 0)) return null;
    const holds =
      withdrawn !== undefined &&
      withdrawn.seq > approved.seq &&
      withdrawn.at <= businessDaysAfter(file, approved.at, 0);
    return told(
      [approved.seq],
      holds,
      `The new case was approved; the original was ${withdrawn ? '' : 'not '}withdrawn after it.`,
    );
  },
  'case.submit.explicit-submit-required': (file) => {
    const since = submitted(file);
    const early = file.notes.find(
      ({ type, seq }) =>
        ['case-submitted', 'case-determined', 'case-reviewed'].includes(type) && (!since || seq < since.seq),
    );
    const shows = file.calls.find(
      (call) =>
        done(call) &&
        (!since || call.seq < since.seq) &&
        ['clinical-review', 'approved', 'denied', 'partially-approved'].includes(
          text(call.answer.state) ?? '',
        ),
    );
    return told(
      [file.started.seq],
      !early && !shows,
      early || shows
        ? 'Before it was submitted it was taken for a request.'
        : 'It was a request only once submitted.',
      { evidence: 'observed' },
    );
  },
  'case.submit.unsubmitted-expires-silently': (file, book) => {
    const until = businessDaysAfter(file, file.started.at, file.pack.delegate.saveBusinessDays + 5);
    if (submitted(file) || callsBefore(file, 'cancel-case').length > 0 || book.until <= until) return null;
    const late = file.calls.filter((call) => call.op === 'view-case' && call.at > until && done(call));
    const alive = late.find(({ answer }) => text(answer.state) !== 'expired');
    return told(
      [file.started.seq, ...file.notices.map(({ seq }) => seq)],
      file.notices.length === 0 && !alive,
      `${file.notices.length} notices were sent about it; it is ${alive ? text(alive.answer.state) : 'expired'}.`,
    );
  },
});

/** A staff call about a case of the delegate that waits for a determination. */
function review(book: Book, call: Exchange, op: string): DelegateCase | null {
  const file = call.op === op && call.status !== 401 ? caseOfCall(book, call) : undefined;
  return file && staffRole(book, call.actor) !== null ? file : null;
}

/** What the delegate’s own staff may record. Training, Criteria Met and Special Circumstances. */
export const recording = delegateCalls('recording determinations', {
  'decision.realtime.approval-possible': (call, book) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(book, call) : undefined;
    if (!file || criteriaMet(book, file, call.seq) !== true || file.started.body.retrospective) return null;
    const number = text(call.answer.authorization);
    return shown(
      call,
      call.answer.state === 'approved' && number !== null && number !== 'NA',
      `The criteria are met; the case is ${text(call.answer.state)}, authorization ${number}.`,
    );
  },
  'clinical.notmet.review-message': (call, book) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(book, call) : undefined;
    if (!file || call.answer.state !== 'clinical-review') return null;
    const message = (text(call.answer.message) ?? '').toLowerCase();
    const parts = [/clinical review/, /fax/, /2 business days|two business days/, /\d{3}.?\d{3}.?\d{4}/];
    const missing = parts.filter((part) => !part.test(message)).length;
    return shown(call, missing === 0, `${missing} of its four parts are missing from the message.`);
  },
  'clinical.summary.review-fields': (call) => {
    if (call.op !== 'submit-case' || !done(call) || call.answer.state !== 'clinical-review') return null;
    const paths = [
      'practitioner.name',
      'contact.whoToContact',
      'member.lastName',
      'healthPlan',
      'site.name',
      'diagnoses.primary.description',
      'dateOfService',
      'cancerType.code',
      'caseNumber',
      'submittedAt',
      'status',
    ];
    const missing = paths.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    const quiet = call.answer.expiration === 'N/A' && call.answer.authorization === 'NA';
    return shown(
      call,
      missing.length === 0 && quiet,
      missing.length > 0
        ? `Missing: ${missing.join(', ')}.`
        : `Expiration ${text(call.answer.expiration)}, authorization ${text(call.answer.authorization)}.`,
    );
  },
  'case.info.four-categories': (call) => {
    if (call.op !== 'submit-case' || !done(call)) return null;
    const groups = ['member.id', 'practitioner.npi', 'site.npi', 'cancerType.code'];
    const empty = groups.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    return shown(
      call,
      empty.length === 0,
      empty.length === 0 ? 'All four categories are there.' : `Empty: ${empty.join(', ')}.`,
    );
  },
  'decision.summary.four-sections': (call, book) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(book, call) : undefined;
    if (!file || determinationsBefore(file, call.seq).length === 0) return null;
    const decision = fields(call.answer.decision);
    const items = [
      ...itemsOf(at(call.answer, 'plan.phases')),
      ...itemsOf(decision.approved),
      ...itemsOf(decision.denied),
    ];
    const whole =
      ['approved', 'denied'].every((name) => Array.isArray(decision[name])) &&
      typeof decision.rationale === 'string';
    const counted = items.every(
      (one) => text(one.technique) && Number.isInteger(one.fractions) && Number(one.fractions) >= 1,
    );
    return shown(
      call,
      whole && counted && items.length > 0,
      `The four sections are ${whole ? '' : 'not '}there, and every phase is ${counted ? '' : 'not '}counted.`,
    );
  },
  'decision.summary.identifiers': (call, book) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(book, call) : undefined;
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    const paths = [
      'authorization',
      'reviewedAt',
      'expiration',
      'status',
      'member.id',
      'practitioner.npi',
      'site.npi',
    ];
    const missing = paths.filter((path) => ['', 'NA', 'N/A'].includes(text(at(call.answer, path)) ?? ''));
    return shown(
      call,
      missing.length === 0,
      missing.length === 0 ? 'Every identifier is shown.' : `Missing: ${missing.join(', ')}.`,
    );
  },
  'decision.expiration.180-days-from-review': (call, book) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(book, call) : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || made?.told.outcome !== 'approved' || stateBefore(file, call.seq, call.at) !== 'approved')
      return null;
    const expected = localDateOf(
      file,
      calendarDaysAfter(file, made.at, file.pack.delegate.authorizationDays),
    );
    const given = text(call.answer.expiration);
    return shown(
      call,
      given === expected,
      `Reviewed on ${localDateOf(file, made.at)}; the days end on ${expected}, and it expires on ${given}.`,
    );
  },
  'update.existing.by-phone': (call, book) => {
    const file = review(book, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique !== undefined || call.body.cancerType !== undefined) return null;
    const site = text(call.body.site);
    if (site !== null && delegateOf(book).delegation?.sites.every(({ id }) => id !== site)) return null;
    return shown(call, done(call), `An update by phone was answered ${call.status}.`);
  },
  'update.change-needs-new-review': (call, book) => {
    const file = review(book, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique === undefined && call.body.cancerType === undefined) return null;
    return shown(
      call,
      !done(call),
      `Another technique on the same authorization was answered ${call.status}.`,
    );
  },
});
