import type { Book } from '../../facts/book.ts';
import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import { inNetwork } from '../../facts/network.ts';
import { at, text } from '../../facts/values.ts';
import { caseFamily, exchangeFamily, type Seen, together } from '../family.ts';

/** Whether what belongs online came online. */
const online =
  (fits: (file: CaseFile, book: Book) => boolean) =>
  (file: CaseFile, book: Book): Seen | null =>
    !file.outside && file.channel !== 'delegate' && file.submission && fits(file, book)
      ? {
          holds: file.channel === 'portal',
          because: `A request inside the network came by ${file.channel}.`,
          events: [file.received.seq],
          on: 'provider',
          evidence: 'staged',
        }
      : null;

const category = (file: CaseFile, book: Book): string => procedureOf(book, file)?.category ?? 'other';

/** Listed equipment, which needs authorization. */
const listed = (file: CaseFile, book: Book): boolean =>
  category(file, book) === 'equipment' && procedureOf(book, file)?.grid?.at(-1)?.asks !== 'nothing';

const SPECIAL = ['enteral', 'equipment'];

/** By which way providers ask. Section 7, Submission, Referrals, DME, Enteral Products, Concurrent Review, Notification. */
export const channels = together(
  'conduct of providers: the way a request takes',
  caseFamily('online requests', ['requests', 'events'], {
    'um.referral.in-network-portal': online(({ type }) => type === 'referral'),
    'um.dme.portal': online(listed),
    'um.enteral.portal': online((file, book) => category(file, book) === 'enteral'),
    'um.notice.portal': online(({ notification }) => notification !== null),
    'um.concurrent.channel': online(
      ({ reviewType, notification }) => reviewType === 'concurrent' && !notification,
    ),
    'um.submit.in-network-via-portal': online(
      (file, book) =>
        !isUnclocked(file) &&
        file.notification === null &&
        file.reviewType !== 'concurrent' &&
        !SPECIAL.includes(category(file, book)),
    ),
    'um.submit.oon-fax-or-mail': (file) =>
      file.outside && file.type !== 'referral' && file.channel !== 'delegate'
        ? {
            holds: file.channel === 'fax' || file.channel === 'mail',
            because: `A request outside the network came by ${file.channel}.`,
            events: [file.received.seq],
            on: 'provider',
            evidence: 'staged',
          }
        : null,
  }),
  exchangeFamily('referrals outside the network', ['requests', 'inject.paper-request'], {
    'um.referral.oon-fax-mail': ({ op, body, seq }, book) => {
      const draft =
        op === 'inject' && body.kind === 'paper-request' ? body.draft : op === 'submit-request' ? body : null;
      const affiliation = text(at(draft, 'servicing.affiliation'));
      if (at(draft, 'type') !== 'referral' || affiliation === null) return null;
      if (inNetwork(book.world, affiliation, text(at(draft, 'start')) ?? '')) return null;
      const holds = body.channel === 'fax' || body.channel === 'mail';
      const because = `A referral outside the network was sent by ${text(body.channel) ?? 'the portal'}.`;
      return { holds, because, events: [seq], on: 'provider', evidence: 'staged' };
    },
  }),
);
