import { businessDaysAfter, itemsOf, localDateOf, submitted } from '../../facts/delegate/course.ts';
import { noticesOf, perDetermination, settled } from '../../facts/delegate/determination.ts';
import { buildAt, delegateOf, notesBefore } from '../../facts/delegate/file.ts';
import { at, fields, list, strings, text } from '../../facts/values.ts';
import { caseChecks } from '../check.ts';
import { told } from '../seen.ts';

const CODE = /(^|[\s:,(])([A-Z]\d{4}|\d{5})([\s,.;)]|$)/;

/** What is sent about a case, and to whom. Training, Holistic Treatment Plan Review and Criteria Not Met. */
export const caseNotices = caseChecks({
  'decision.notice.both-recipients': perDetermination((made, file, facts) => {
    if (!settled(facts, file, made)) return null;
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
    const wrong = notices.filter(({ told: one }) => {
      const fractions = list(one.fractions);
      const said = strings(one.techniques).map(
        (technique, index) => `${technique} ${String(fractions[index])}`,
      );
      return approved.some((item) => !said.includes(`${text(item.technique)} ${String(item.fractions)}`));
    });
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
  'decision.fax.determination-to-provider': perDetermination((made, file, facts) => {
    if (made.told.cause !== 'reconsideration' || !settled(facts, file, made)) return null;
    const faxed = noticesOf(file, made).some(({ told: one }) => one.to === 'provider' && one.by === 'fax');
    return told([made.seq], faxed, `The determination was ${faxed ? '' : 'not '}faxed to the provider.`);
  }),
  'case.contact.email-enables-enotification': perDetermination((made, file, facts) => {
    const email = text(at(buildAt(file, made.seq), 'contact.email'));
    if (!settled(facts, file, made) || noticesOf(file, made).length === 0) return null;
    const sent = noticesOf(file, made).some(({ told: one }) => one.by === 'e-mail');
    if (email === null) return null;
    return told([made.seq], sent, `The contact gave an address; an e-mail was ${sent ? '' : 'not '}sent.`);
  }),
  'account.register.notices-go-to-fax-and-email': perDetermination((made, file, facts) => {
    const account = delegateOf(facts).delegation?.accounts.find(({ id }) => id === file.user);
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
  'clinical.collection.online-or-fax': (file, facts) => {
    const faxes = (facts.index.byOperation.get('inject') ?? []).filter(
      ({ body }) => body.kind === 'case-fax' && body.case === file.number,
    );
    return faxes.map((fax) => {
      const linked = file.notes.some(
        (note) => note.seq > fax.seq && note.type === 'case-information-received' && note.told.by === 'fax',
      );
      return told([fax.seq], linked, `A fax was ${linked ? '' : 'not '}filed with its case.`);
    });
  },
  'clinical.info-request.fax-within-2-business-days': (file, facts) => {
    const since = submitted(file);
    const [asked] = notesBefore(file, 'case-information-requested');
    if (!since || !asked || facts.scripted) return null;
    const due = businessDaysAfter(file, since.at, file.pack.delegate.informationBusinessDays.value);
    const fax = file.notices.find(
      ({ seq, told: one, type }) => seq > since.seq && type === 'information' && one.by === 'fax',
    );
    if (asked.told.dueAt !== null) return null;
    if (!fax && facts.until <= due) return null;
    const holds = fax !== undefined && fax.at <= due;
    return told(
      [asked.seq],
      holds,
      `Submitted on ${localDateOf(file, since.at)}; the fax was due by ${localDateOf(file, due)} and went out ${fax ? `on ${localDateOf(file, fax.at)}` : 'never'}.`,
      { edge: fax?.at === due ? 'at' : null },
    );
  },
});
