import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { inNetwork } from '../../facts/network.ts';
import { at, text } from '../../facts/values.ts';
import { type Check, type Comparison, callChecks, requestChecks } from '../check.ts';
import { type Demand, oneOf } from '../value.ts';

const FAX_OR_MAIL = oneOf('fax', 'mail');

/** By which channel a provider asked, which a step stated. */
const byChannel = (seq: number, expected: string | Demand, channel: string): Comparison => ({
  expected: { channel: expected },
  observed: { channel },
  events: [seq],
  on: 'provider',
  evidence: 'staged',
});

/** Whether what belongs online came online. */
const online =
  (fits: (file: CaseFile, facts: Facts) => boolean) =>
  (file: CaseFile, facts: Facts): Comparison | null =>
    !file.outside && file.channel !== 'delegate' && file.submission && fits(file, facts)
      ? byChannel(file.received.seq, 'portal', file.channel)
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
        ? byChannel(file.received.seq, FAX_OR_MAIL, file.channel)
        : null,
  }),
  ...callChecks(['requests', 'inject.paper-request'], {
    'um.referral.oon-fax-mail': ({ op, body, seq }, facts) => {
      const draft =
        op === 'inject' && body.kind === 'paper-request' ? body.draft : op === 'submit-request' ? body : null;
      const affiliation = text(at(draft, 'servicing.affiliation'));
      if (at(draft, 'type') !== 'referral' || affiliation === null) return null;
      if (inNetwork(facts.world, affiliation, text(at(draft, 'start')) ?? '')) return null;
      return byChannel(seq, FAX_OR_MAIL, text(body.channel) ?? 'portal');
    },
  }),
];
