import type { Adapter, Ask, Reply } from '../../src/adapters/index.ts';
import type { User, World } from '../../src/contract/index.ts';
import type { Parts } from '../../src/reference-impl/index.ts';
import { standardWorld, submissionTemplates } from '../../src/simulator/index.ts';
import { inProcess } from '../play-scenario.ts';
import { ROWS, type Row } from './rows.ts';

const WORLD: World = {
  ...standardWorld('matrix', 'allways-commercial', 'America/New_York'),
  desk: 'scripted',
};
const START = '2026-02-03T09:00:00-05:00';
const LATER = '2026-04-01T09:00:00-04:00';

const NEWCOMER = {
  user: 'latecomer',
  name: 'A Latecomer',
  email: 'latecomer@office.example',
  phone: '617-555-0102',
  password: 'a long enough password',
  site: 'site-pcp',
  permissions: ['view'],
};

type Target = {
  readonly name: string;
  readonly made: string;
  readonly named: string;
  readonly member: string;
};
type Fixture = Target & { readonly id: string; readonly document: string };

/** Requests of three sites, for four members. */
const TARGETS: readonly (Target & {
  readonly by: string;
  readonly template: 'referral' | 'outpatient';
  readonly affiliation: string;
})[] = [
  {
    name: 'A',
    by: 'pcp',
    made: 'site-pcp',
    named: 'site-spec',
    member: 'M1000001',
    template: 'referral',
    affiliation: 'aff-spec',
  },
  {
    name: 'B',
    by: 'specialist',
    made: 'site-spec',
    named: 'site-spec',
    member: 'M2000001',
    template: 'outpatient',
    affiliation: 'aff-spec',
  },
  {
    name: 'C',
    by: 'pcp-sister',
    made: 'site-pcp-sister',
    named: 'site-spec-north',
    member: 'M7000001',
    template: 'referral',
    affiliation: 'aff-spec-north',
  },
  {
    name: 'D',
    by: 'pcp',
    made: 'site-pcp',
    named: 'site-spec-north',
    member: 'M1000002',
    template: 'referral',
    affiliation: 'aff-spec-north',
  },
];

/** Who tries: a user at a site, somebody without a session, with a token they guessed, or whose account has ended. */
type Actor = {
  readonly name: string;
  readonly user: User | null;
  readonly site: string | null;
  readonly session: 'own' | 'none' | 'guessed' | 'kept after the account ended';
};

const providers = WORLD.users.filter((user) => user.kind === 'provider');
const ACTORS: readonly Actor[] = [
  ...WORLD.users.flatMap((user): Actor[] =>
    user.kind === 'staff'
      ? [{ name: user.id, user, site: null, session: 'own' }]
      : user.sites.map(({ site }) => ({ name: `${user.id} at ${site}`, user, site, session: 'own' })),
  ),
  { name: 'nobody', user: null, site: null, session: 'none' },
  { name: 'a guessed token', user: null, site: null, session: 'guessed' },
  ...providers
    .filter(({ id }) => ['pcp', 'specialist', 'pcp-admin'].includes(id))
    .map(
      (user): Actor => ({
        name: `${user.id} after the end`,
        user,
        site: user.sites[0]?.site ?? null,
        session: 'kept after the account ended',
      }),
    ),
];

type Right = 'all' | 'to verify' | 'nothing' | 'no session';

/** What somebody may do, from the world alone. `target` is null for what is about no request. */
function rightOf({ user, site, session }: Actor, row: Row, target: Target | null): Right {
  if (session !== 'own' || !user) return 'no session';
  if (user.kind === 'staff') {
    if (row.roles && !row.roles.includes(user.role)) return 'nothing';
    if (row.who === 'anybody' || row.who === 'staff' || row.plan) return 'all';
    if (row.who === 'administrative') return user.role === 'administrative' ? 'all' : 'nothing';
    return 'nothing';
  }
  const own = user.sites.find((one) => one.site === site);
  if (!own || row.who === 'staff' || row.who === 'administrative') return 'nothing';
  if (row.who === 'administrator' && own.administrator !== true) return 'nothing';
  if (row.op === 'choose-site') return user.sites.some((one) => one.site === 'site-hosp') ? 'all' : 'nothing';
  if (row.needs !== undefined && !own.permissions.includes(row.needs)) return 'nothing';
  if (row.op === 'show-receipt') return 'nothing';
  if (row.op === 'download-payment' || row.op === 'download-site-document')
    return site === 'site-spec' ? 'all' : 'nothing';
  if (row.op === 'show-eligibility') return site === 'site-ended' ? 'nothing' : 'all';
  if (['change-user', 'renew-access', 'approve-access'].includes(row.op))
    return site === 'site-pcp' ? 'all' : 'nothing';
  if (!target || target.made === site) return 'all';
  return target.named === site && row.verifies ? 'to verify' : 'nothing';
}

/** Members of whom an actor may see something in an answer of a row. */
function knownMembers({ user, site }: Actor, { op }: Row): readonly string[] {
  if (!user || user.kind === 'staff') return WORLD.members.map(({ id }) => id);
  const panel = WORLD.members.filter((member) => member.pcp.site === site).map(({ id }) => id);
  const inRequests = TARGETS.filter(({ made, named }) => made === site || named === site).map(
    ({ member }) => member,
  );
  const office = WORLD.office;
  const inOffice = [...(office?.claims ?? []), ...(office?.transactions ?? [])]
    .filter((one) => one.site === site)
    .map(({ member }) => member);
  const looked = op === 'find-members' || op === 'show-eligibility' ? ['M1000001'] : [];
  return [...panel, ...inRequests, ...inOffice, ...looked];
}

const VERIFICATION = ['access', 'id', 'type', 'status', 'member', 'units', 'start', 'end'];

/** What is wrong with an answer; null where it keeps what it must. */
function faultOf(actor: Actor, row: Row, right: Right, { status, body, text }: Reply): string | null {
  const denied = status === 401 || status === 403 || status === 404;
  if (right === 'no session' && status !== 401) return `answered ${status} without a session`;
  if (right === 'nothing' && !denied) return `answered ${status} to somebody who may not`;
  if (right === 'all' && denied && row.path?.id !== 'none') return `answered ${status} to somebody who may`;
  if (right === 'to verify') {
    const keys = Object.keys((body ?? {}) as object);
    if (status !== 200) return `answered ${status} to the site that is named`;
    if (keys.some((key) => !VERIFICATION.includes(key)))
      return `shows ${keys.join(', ')} to the site that is named`;
  }
  const known = knownMembers(actor, row);
  const strangers = WORLD.members.filter(({ id }) => !known.includes(id));
  const told = strangers.find(
    ({ id, birthDate }) => text.includes(`"${id}"`) || text.includes(`"${birthDate}"`),
  );
  return told && row.who !== 'administrative' ? `tells of ${told.id}` : null;
}

async function openWorld(adapter: Adapter) {
  const id = await adapter.open(WORLD, START);
  const signIn = async (user: User): Promise<string> => {
    const { password } = user;
    const reply = await adapter.perform(id, { op: 'sign-in', body: { user: user.id, password } });
    return String((reply.body as { token?: unknown }).token);
  };
  const fixtures: Fixture[] = [];
  for (const { by, template, affiliation, ...target } of TARGETS) {
    const user = WORLD.users.find((one) => one.id === by) as User;
    const token = await signIn(user);
    const base = submissionTemplates('2026-02-03')[template];
    const servicing = { ...base?.servicing, affiliation };
    const body = { ...base, member: target.member, servicing };
    const made = await adapter.perform(id, { op: 'submit-request', token, body });
    const request = String((made.body as { id?: unknown }).id);
    const file = Buffer.from('%PDF-1.4\n').toString('base64');
    const about = { op: 'attach-document', token, path: { id: request } } as const;
    const attached = await adapter.perform(id, {
      ...about,
      body: { name: 'a.pdf', description: 'Notes' },
      file,
    });
    fixtures.push({ ...target, id: request, document: String((attached.body as { id?: unknown }).id) });
  }
  const asked = await adapter.perform(id, { op: 'request-access', body: NEWCOMER });
  return { id, signIn, fixtures, newcomer: String((asked.body as { request?: unknown }).request) };
}

async function sessionOf(
  adapter: Adapter,
  world: Awaited<ReturnType<typeof openWorld>>,
  actor: Actor,
): Promise<string | null> {
  if (actor.session === 'guessed') return 'guessed-guessed-guessed';
  if (!actor.user) return null;
  const token = await world.signIn(actor.user);
  const first = actor.user.kind === 'provider' ? actor.user.sites[0]?.site : null;
  if (actor.site && actor.site !== first) {
    // What the first site showed must not follow to the second.
    await adapter.perform(world.id, { op: 'list-requests', token });
    await adapter.perform(world.id, { op: 'choose-site', token, body: { site: actor.site } });
  }
  if (actor.session !== 'own') {
    await adapter.advance(world.id, LATER);
    const { id, password } = actor.user;
    const again = { op: 'sign-in', body: { user: id, password } } as const;
    await adapter.perform(world.id, again);
    const second = await adapter.perform(world.id, again);
    // Whoever was let in again tries with that session; whoever was not, with the old one.
    const fresh = (second.body as { token?: unknown } | null)?.token;
    if (typeof fresh === 'string') return fresh;
  }
  return token;
}

function askOf(row: Row, target: Fixture | null, token: string | null, newcomer: string): Ask {
  const named = row.path?.id === 'newcomer' ? { id: newcomer } : row.path;
  const path = named ?? (target ? { id: target.id, document: target.document } : undefined);
  return {
    op: row.op,
    ...(path ? { path } : {}),
    ...(row.query ? { query: row.query } : {}),
    ...(row.body === undefined ? {} : { body: row.body }),
    ...(token === null ? {} : { token }),
  };
}

/** Tries every operation as everybody, on every request, and answers the cells in which something leaked or was kept back. */
export async function runMatrix(
  change?: (parts: Parts) => Parts,
): Promise<{ readonly cells: number; readonly faults: readonly string[] }> {
  const adapter = inProcess(change);
  const faults: string[] = [];
  let cells = 0;
  for (const actor of ACTORS) {
    for (const index of TARGETS.keys()) {
      const world = await openWorld(adapter);
      const token = await sessionOf(adapter, world, actor);
      for (const row of ROWS) {
        const target = row.about ? (world.fixtures[index] ?? null) : null;
        if (!row.about && index > 0) continue;
        const reply = await adapter.perform(world.id, askOf(row, target, token, world.newcomer));
        const fault = faultOf(actor, row, rightOf(actor, row, target), reply);
        cells += 1;
        if (fault) faults.push(`${row.op}${target ? ` of ${target.name}` : ''} by ${actor.name}: ${fault}`);
      }
      await adapter.close(world.id);
    }
  }
  return { cells, faults };
}
