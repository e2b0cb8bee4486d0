import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { inNetwork } from '../../facts/network.ts';
import { at, text } from '../../facts/values.ts';
import { type Check, callChecks, requestChecks, type Seen } from '../check.ts';

/** Whether what belongs online came online. */
const online =
  (fits: (file: CaseFile, facts: Facts) => boolean) =>
  (file: CaseFile, facts: Facts): Seen | null =>
    !file.outside && file.channel !== 'delegate' && file.submission && fits(file, facts)
      ? {
          holds: file.channel === 'portal',
          because: `A request inside the network came by ${file.channel}.`,
          events: [file.received.seq],
          on: 'provider',
          evidence: 'staged',
        }
      : null;

const category = (file: CaseFile, facts: Facts): string => procedureOf(facts, file)?.category ?? 'other';

/** Listed equipment, which needs authorization. */
const listed = (file: CaseFile, facts: Facts): boolean =>
  category(file, facts) === 'equipment' && procedureOf(facts, file)?.grid?.at(-1)?.asks !== 'nothing';

const SPECIAL = ['enteral', 'equipment'];

/** By which way providers ask. Section 7, Submission, Referrals, DME, Enteral Products, Concurrent Review, Notification. */
export const channels: readonly Check[] = [
  ...requestChecks(['requests', 'events'], {
    'um.referral.in-network-portal': online(({ type }) => type === 'referral'),
    'um.dme.portal': online(listed),
    'um.enteral.portal': online((file, facts) => category(file, facts) === 'enteral'),
    'um.notice.portal': online(({ notification }) => notification !== null),
    'um.concurrent.channel': online(
      ({ reviewType, notification }) => reviewType === 'concurrent' && !notification,
    ),
    'um.submit.in-network-via-portal': online(
      (file, facts) =>
        !isUnclocked(file) &&
        file.notification === null &&
        file.reviewType !== 'concurrent' &&
        !SPECIAL.includes(category(file, facts)),
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
  ...callChecks(['requests', 'inject.paper-request'], {
    'um.referral.oon-fax-mail': ({ op, body, seq }, facts) => {
      const draft =
        op === 'inject' && body.kind === 'paper-request' ? body.draft : op === 'submit-request' ? body : null;
      const affiliation = text(at(draft, 'servicing.affiliation'));
      if (at(draft, 'type') !== 'referral' || affiliation === null) return null;
      if (inNetwork(facts.world, affiliation, text(at(draft, 'start')) ?? '')) return null;
      const holds = body.channel === 'fax' || body.channel === 'mail';
      const because = `A referral outside the network was sent by ${text(body.channel) ?? 'the portal'}.`;
      return { holds, because, events: [seq], on: 'provider', evidence: 'staged' };
    },
  }),
];
