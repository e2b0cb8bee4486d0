import type { Category, Procedure } from '../../contract/index.ts';
import type { RuleId } from '../../rulebook/index.ts';
import {
  affiliationOf,
  covered,
  type Entry,
  type EntryRule,
  freshPcp,
  hasLeft,
  realDate,
  textAt,
} from './entry.ts';

const procedureOf = ({ world, body }: Entry): Procedure | undefined =>
  world.procedures.find(({ code }) => code === body.procedure);
const categoryOf = (entry: Entry): Category => procedureOf(entry)?.category ?? 'other';

const authorization = ({ body }: Entry): boolean => body.type === 'outpatient' || body.type === 'admission';
const concurrent = ({ body }: Entry): boolean => body.reviewType === 'concurrent';

/** Whether the requesting site has to do with the member's care. Section 7, Valid Prior Authorization Requests. */
function involved(entry: Entry): boolean {
  const { member, pcp, site, world } = entry;
  const servicing = affiliationOf(entry)?.site;
  const vendor = world.sites.find(({ id }) => id === site)?.kind === 'vendor';
  if (vendor) return categoryOf(entry) === 'equipment' && servicing === site;
  return (
    member === undefined ||
    site === null ||
    servicing === undefined ||
    [pcp.site, servicing, ...(member.care?.treatingSites ?? [])].includes(site)
  );
}

/** Whether a site was the PCP’s before a change, or became it so lately that the daily refresh may be due. */
function maybeInvolved(entry: Entry): boolean {
  const { member, pcp, site } = entry;
  const asPcp = pcp.changed && (site === member?.pcp.site || (site === pcp.site && freshPcp(entry)));
  return asPcp && !involved({ ...entry, pcp: { ...pcp, site: '' } });
}

const fromInvolved = (rule: RuleId, applies: (entry: Entry) => boolean): EntryRule => ({
  rule,
  applies: (entry) => authorization(entry) && applies(entry),
  broken: (entry) => (involved(entry) ? [] : ['requestingSite']),
  open: maybeInvolved,
});

const CARE_OF_OTHER_KIND = ['observation', 'surgical', 'inpatient'];

const OTHER_DOOR = ['observation', 'inpatient'];

/** A planned service outside hospital that a delegate decides is not asked for here. Section 7, Delegated Entity. */
const atDelegate = (
  rule: RuleId,
  category: Category,
  applies: (entry: Entry) => boolean = () => true,
): EntryRule => ({
  rule,
  applies: (entry) =>
    authorization(entry) &&
    categoryOf(entry) === category &&
    entry.body.emergent !== true &&
    !(category === 'imaging' && CARE_OF_OTHER_KIND.includes(textAt(entry, 'setting') ?? '')) &&
    applies(entry),
  broken: () => ['procedure'],
  // What is part of other care, or needs no leave for this member, the text leaves to either door.
  open: (entry) =>
    OTHER_DOOR.includes(textAt(entry, 'setting') ?? '') || entry.member?.product.includes('PPO') === true,
});

const OWN_LINES = ['commercial', 'qhp'];
const ownLine = ({ member }: Entry): boolean => OWN_LINES.includes(member?.lineOfBusiness ?? '');

/** Rules that only a refusal can break: what may be asked for here. */
const open = (rule: RuleId, applies: (entry: Entry) => boolean): EntryRule => ({
  rule,
  applies: (entry) => authorization(entry) && applies(entry),
  broken: () => [],
});

/** The entry rules of authorization requests. Section 7; each is counted from the body and the world. */
export const AUTHORIZATION_RULES: readonly EntryRule[] = [
  fromInvolved('um.valid.initiator', (entry) => !concurrent(entry) && categoryOf(entry) !== 'equipment'),
  fromInvolved('um.dme.requester', (entry) => !concurrent(entry) && categoryOf(entry) === 'equipment'),
  fromInvolved('um.concurrent.request-source', concurrent),
  {
    rule: 'um.valid.network-provider',
    applies: authorization,
    broken: ({ world, site }) =>
      world.sites.find(({ id }) => id === site)?.network === false ? ['requestingSite'] : [],
  },
  {
    rule: 'um.valid.member-active-at-service',
    applies: (entry) =>
      authorization(entry) &&
      entry.member !== undefined &&
      realDate(entry.body.start) !== null &&
      covered(entry.coverage, entry.today),
    broken: (entry) => (covered(entry.coverage, realDate(entry.body.start) ?? '') ? [] : ['member']),
    edge: (entry) =>
      entry.coverage.some(({ from, to }) => [from, to].includes(realDate(entry.body.start) ?? '-')),
  },
  {
    rule: 'um.valid.portal-template',
    applies: (entry) => authorization(entry) && textAt(entry, 'setting') !== null,
    broken: ({ body }) => ((body.type === 'admission') === (body.setting === 'inpatient') ? [] : ['setting']),
  },
  {
    rule: 'um.referral.allowed-within-agreement',
    applies: ({ body, member }) => body.type === 'referral' && member?.benefits !== undefined,
    broken: ({ body, member }) =>
      member?.benefits?.excluded.includes(String(body.procedure)) ? ['procedure'] : [],
  },
  {
    rule: 'um.referral.allowed-specialist-network',
    applies: (entry) => entry.body.type === 'referral' && affiliationOf(entry)?.networkUntil !== undefined,
    broken: (entry) => {
      const known = affiliationOf(entry);
      return known && hasLeft(known, entry.today) ? ['servicing.provider'] : [];
    },
    edge: (entry) => affiliationOf(entry)?.networkUntil === entry.today,
  },
  atDelegate('um.delegate.evicore-services', 'imaging'),
  atDelegate('um.delegate.sleep-direct', 'sleep', ownLine),
  atDelegate('um.delegate.sleep-all-lines', 'sleep', (entry) => !ownLine(entry)),
  atDelegate('um.delegate.bh-optum', 'behavioral-health'),
  atDelegate('um.delegate.cvs-scope', 'drug'),
  open(
    'um.delegate.evicore-exempt-settings',
    (entry) => categoryOf(entry) === 'imaging' && CARE_OF_OTHER_KIND.includes(textAt(entry, 'setting') ?? ''),
  ),
  open('um.program.review-types', (entry) => !concurrent(entry)),
  open('um.concurrent.scope', concurrent),
];
