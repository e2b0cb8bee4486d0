import { businessDaysAfter, itemsOf, submitted } from '../../facts/delegate/course.ts';
import { noticesOf, perDetermination, settled } from '../../facts/delegate/determination.ts';
import { buildAt, type DelegateNote, delegateOf, notesBefore } from '../../facts/delegate/file.ts';
import { at, type Fields, fields, list, strings, text } from '../../facts/values.ts';
import { caseChecks, reported } from '../check.ts';
import { asValue, atMost, includes, instant, PRESENT, type Value } from '../value.ts';

const treatment = ({ technique, fractions }: Fields): Value => ({
  technique: text(technique),
  fractions: asValue(fractions),
});

const CODE = /(^|[\s:,(])([A-Z]\d{4}|\d{5})([\s,.;)]|$)/;

const sentAt = (sent: DelegateNote | undefined) => (sent ? instant(sent.at) : null);

/** What is sent about a case, and to whom. Training, Holistic Treatment Plan Review and Criteria Not Met. */
export const caseNotices = caseChecks({
  'decision.notice.both-recipients': perDetermination((made, file, facts) => {
    if (!settled(facts, file, made)) return null;
    const parties = new Set(noticesOf(file, made).map(({ told: one }) => text(one.to)));
    return reported(
      [made.seq],
      { noticesTo: includes('provider', 'member') },
      { noticesTo: [...parties] },
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
    const lacking = ({ told: one }: DelegateNote): readonly Fields[] => {
      const fractions = list(one.fractions);
      const said = strings(one.techniques).map(
        (technique, index) => `${technique} ${String(fractions[index])}`,
      );
      return approved.filter((item) => !said.includes(`${text(item.technique)} ${String(item.fractions)}`));
    };
    const wrong = notices.filter((one) => lacking(one).length > 0);
    if (notices.length === 0) return null;
    return reported(
      [made.seq, ...wrong.map(({ seq }) => seq)],
      { missingFromNotices: [] },
      { missingFromNotices: wrong.flatMap(lacking).map(treatment) },
      { given: { approved: approved.map(treatment), notices: notices.length } },
    );
  }),
  'decision.notice.treatment-plan-not-codes': perDetermination((made, file) => {
    const notices = noticesOf(file, made);
    const coded = notices.filter(({ told: one }) => CODE.test(text(one.text) ?? ''));
    return notices.length === 0
      ? null
      : reported(
          [made.seq, ...coded.map(({ seq }) => seq)],
          { codesInNotices: [] },
          { codesInNotices: coded.map(({ told: one }) => CODE.exec(text(one.text) ?? '')?.[2] ?? '') },
          { given: { notices: notices.length } },
        );
  }),
  'decision.fax.determination-to-provider': perDetermination((made, file, facts) => {
    if (made.told.cause !== 'reconsideration' || !settled(facts, file, made)) return null;
    const fax = noticesOf(file, made).find(({ told: one }) => one.to === 'provider' && one.by === 'fax');
    return reported([made.seq], { faxToProvider: PRESENT }, { faxToProvider: sentAt(fax) });
  }),
  'case.contact.email-enables-enotification': perDetermination((made, file, facts) => {
    const email = text(at(buildAt(file, made.seq), 'contact.email'));
    if (!settled(facts, file, made) || noticesOf(file, made).length === 0) return null;
    const sent = noticesOf(file, made).find(({ told: one }) => one.by === 'e-mail');
    if (email === null) return null;
    return reported(
      [made.seq],
      { electronicNotification: PRESENT },
      { electronicNotification: sentAt(sent) },
    );
  }),
  'account.register.notices-go-to-fax-and-email': perDetermination((made, file, facts) => {
    const account = delegateOf(facts).delegation?.accounts.find(({ id }) => id === file.user);
    const contact = fields(buildAt(file, made.seq).contact);
    const sent = noticesOf(file, made).filter(({ told: one }) => one.to === 'provider' && one.by === 'fax');
    if (!account || sent.length === 0) return null;
    const known = [text(contact.fax), account.fax];
    const addresses = sent.map(({ told: one }) => text(one.address));
    return reported(
      [made.seq],
      { otherFaxNumbers: [] },
      { otherFaxNumbers: addresses.filter((address) => !known.includes(address)) },
      { given: { faxNumbers: known } },
    );
  }),
  'clinical.collection.online-or-fax': (file, facts) => {
    const faxes = (facts.index.byOperation.get('inject') ?? []).filter(
      ({ body }) => body.kind === 'case-fax' && body.case === file.number,
    );
    return faxes.map((fax) => {
      const linked = file.notes.find(
        (note) => note.seq > fax.seq && note.type === 'case-information-received' && note.told.by === 'fax',
      );
      return reported([fax.seq], { filedWithCase: PRESENT }, { filedWithCase: sentAt(linked) });
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
    return reported(
      [asked.seq],
      { informationRequestFaxed: atMost(instant(due)) },
      { informationRequestFaxed: sentAt(fax) },
      { given: { submittedAt: instant(since.at) }, edge: fax?.at === due ? 'at' : null },
    );
  },
});
