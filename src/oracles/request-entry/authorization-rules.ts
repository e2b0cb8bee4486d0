import type { Category, Procedure } from '../../contract/index.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { asValue } from '../value.ts';
import {
  affiliationOf,
  always,
  covered,
  type Entry,
  type EntryRule,
  freshPcp,
  nothing,
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
  paths: ['requestingSite'],
  codes: ['not-involved', 'not-allowed'],
  applies: (entry) => authorization(entry) && applies(entry),
  wrong: (entry) => !involved(entry),
  open: maybeInvolved,
  given: (entry) => ({
    requestingSite: entry.site,
    siteOfPcp: entry.pcp.site,
    servicingSite: affiliationOf(entry)?.site ?? null,
    treatingSites: entry.member?.care?.treatingSites ?? [],
  }),
});

const CARE_OF_OTHER_KIND = ['observation', 'surgical', 'inpatient'];
const isOtherCare = (entry: Entry): boolean => CARE_OF_OTHER_KIND.includes(textAt(entry, 'setting') ?? '');

const AT_EITHER = ['observation', 'inpatient'];

/** A planned service outside hospital that a delegate decides is not asked for here. Section 7, Delegated Entity. */
const atDelegate = (
  rule: RuleId,
  category: Category,
  applies: (entry: Entry) => boolean = always,
): EntryRule => ({
  rule,
  paths: ['procedure'],
  codes: [],
  applies: (entry) =>
    authorization(entry) &&
    categoryOf(entry) === category &&
    entry.body.emergent !== true &&
    !(category === 'imaging' && isOtherCare(entry)) &&
    applies(entry),
  wrong: always,
  // What is part of other care, or needs no leave for this member, the text leaves to either of the two.
  open: (entry) =>
    AT_EITHER.includes(textAt(entry, 'setting') ?? '') || entry.member?.product.includes('PPO') === true,
});

const OWN_LINES = ['commercial', 'qhp'];
const ownLine = ({ member }: Entry): boolean => OWN_LINES.includes(member?.lineOfBusiness ?? '');

/** The entry rules of authorization requests. Section 7; each is counted from the body and the world. */
export const AUTHORIZATION_RULES: readonly EntryRule[] = [
  fromInvolved('um.valid.initiator', (entry) => !concurrent(entry) && categoryOf(entry) !== 'equipment'),
  fromInvolved('um.dme.requester', (entry) => !concurrent(entry) && categoryOf(entry) === 'equipment'),
  fromInvolved('um.concurrent.request-source', concurrent),
  {
    rule: 'um.valid.network-provider',
    paths: ['requestingSite'],
    codes: ['not-in-network'],
    applies: authorization,
    wrong: ({ world, site }) => world.sites.find(({ id }) => id === site)?.network === false,
    given: ({ world, site }) => ({
      requestingSite: site,
      inNetwork: world.sites.find(({ id }) => id === site)?.network ?? null,
    }),
  },
  {
    rule: 'um.valid.member-active-at-service',
    paths: ['member'],
    codes: [],
    applies: (entry) =>
      authorization(entry) &&
      entry.member !== undefined &&
      realDate(entry.body.start) !== null &&
      covered(entry.coverage, entry.today),
    wrong: ({ coverage, body }) => !covered(coverage, realDate(body.start) ?? ''),
    edge: ({ coverage, body }) =>
      coverage.some(({ from, to }) => [from, to].includes(realDate(body.start) ?? '-')),
    given: ({ body, coverage }) => ({
      member: asValue(body.member),
      coverage: asValue(coverage),
      start: asValue(body.start),
    }),
  },
  {
    rule: 'um.valid.portal-template',
    paths: ['setting'],
    codes: ['not-allowed'],
    applies: (entry) => authorization(entry) && textAt(entry, 'setting') !== null,
    wrong: ({ body }) => (body.type === 'admission') !== (body.setting === 'inpatient'),
    given: ({ body }) => ({ template: asValue(body.type), setting: asValue(body.setting) }),
  },
  atDelegate('um.delegate.evicore-services', 'imaging'),
  atDelegate('um.delegate.sleep-direct', 'sleep', ownLine),
  atDelegate('um.delegate.sleep-all-lines', 'sleep', (entry) => !ownLine(entry)),
  atDelegate('um.delegate.bh-optum', 'behavioral-health'),
  atDelegate('um.delegate.cvs-scope', 'drug'),
  {
    rule: 'um.delegate.evicore-exempt-settings',
    paths: ['procedure'],
    codes: ['delegated'],
    applies: (entry) => authorization(entry) && categoryOf(entry) === 'imaging' && isOtherCare(entry),
    wrong: nothing,
    given: ({ body }) => ({ procedure: asValue(body.procedure), setting: asValue(body.setting) }),
  },
  {
    rule: 'um.program.review-types',
    paths: ['reviewType'],
    applies: (entry) => authorization(entry) && !concurrent(entry),
    wrong: nothing,
  },
  {
    rule: 'um.concurrent.scope',
    paths: ['reviewType'],
    applies: (entry) => authorization(entry) && concurrent(entry),
    wrong: nothing,
  },
];
