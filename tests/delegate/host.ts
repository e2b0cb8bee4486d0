import type { CaseBuild, CaseDecision, Preferences, Reviewer, World } from '../../src/contract/index.ts';
import { isRefusal } from '../../src/reference-impl/core/refusal.ts';
import type { WorldHost } from '../../src/reference-impl/core/world-host.ts';
import type { DelegateCommand } from '../../src/reference-impl/delegate/command.ts';
import { memoryStore, PARTS, type Parts, Portal } from '../../src/reference-impl/index.ts';
import { type Pack, packOf } from '../../src/rulebook/index.ts';
import { DELEGATE_TEMPLATES, standardWorld } from '../../src/simulator/index.ts';

/** A command without what says who gives it. */
export type Asked<T = DelegateCommand> = T extends { actor: unknown } ? Omit<T, 'do' | 'actor'> : never;

export const PRACTICE = { kind: 'practice', user: 'practice' } as const;
export const NURSE = { kind: 'reviewer', user: 'd-nurse', role: 'nurse' } as const;
export const PHYSICIAN = { kind: 'reviewer', user: 'd-physician', role: 'physician' } as const;
export const INTAKE = { kind: 'reviewer', user: 'd-intake', role: 'intake' } as const;

const worlds = new Map<string, World>();

/** The standard world of a pack, made once, with further reviewers. */
function worldOf(pack: Pack, reviewers: readonly Reviewer[]): World {
  const key = `${pack.id} ${pack.zone}`;
  const made = worlds.get(key) ?? {
    ...standardWorld('machines', pack.id, pack.zone),
    desk: 'scripted' as const,
  };
  worlds.set(key, made);
  const { delegation } = made;
  return delegation
    ? { ...made, delegation: { ...delegation, reviewers: [...delegation.reviewers, ...reviewers] } }
    : made;
}

/** One world of the reference implementation with a scripted desk, driven by commands. */
export class Delegate {
  readonly host: WorldHost;

  constructor(
    start: string,
    pack: Pack = packOf('evicore-medicaid'),
    parts: Parts = PARTS,
    reviewers: readonly Reviewer[] = [],
  ) {
    const portal = new Portal({ packs: [pack], token: () => 'token', parts, store: memoryStore() });
    const world = worldOf(pack, reviewers);
    const id = portal.open(world, pack, Date.parse(start));
    const found = portal.find(id);
    if (!found) throw new Error('no world');
    this.host = found.host;
  }

  get now(): number {
    return this.host.state.now;
  }

  /** Moves the clock to an instant (epoch ms). */
  advance(to: number): void {
    this.host.advance(to);
  }

  /** Gives a command; answers whether it was taken. */
  give(actor: typeof PRACTICE | typeof NURSE | typeof PHYSICIAN | typeof INTAKE, asked: Asked): boolean {
    const command = { do: 'delegate', actor, ...asked } as DelegateCommand;
    return !isRefusal(this.host.execute(command, this.now));
  }

  /** Starts a case of a member; answers its number, or null. */
  start(member: string, change: Partial<CaseBuild> = {}): string | null {
    const before = this.host.state.delegate.cases.size;
    const { birthDate = '', lastName = '' } = this.host.state.members.get(member) ?? {};
    const build = {
      ...(DELEGATE_TEMPLATES.case as CaseBuild),
      member: { id: member, birthDate, lastName },
      ...change,
    };
    this.give(PRACTICE, { act: 'start', build });
    return [...this.host.state.delegate.cases.keys()][before] ?? null;
  }

  /** A case that was submitted. */
  submitted(member: string): string {
    const id = this.start(member) ?? '';
    this.give(PRACTICE, { act: 'gate', case: id });
    this.give(PRACTICE, { act: 'prioritize', case: id, routine: true });
    this.give(PRACTICE, { act: 'submit', case: id });
    return id;
  }

  key(id: string): { caseNumber: string; birthDate: string } {
    const member = this.host.state.delegate.cases.get(id)?.build.member.id ?? '';
    return { caseNumber: id, birthDate: this.host.state.members.get(member)?.birthDate ?? '' };
  }
}

export const APPROVAL = DELEGATE_TEMPLATES.approval as CaseDecision;
export const DENIAL = DELEGATE_TEMPLATES.denial as CaseDecision;
export const PARTIAL: CaseDecision = {
  ...DENIAL,
  outcome: 'partially-approved',
  approved: APPROVAL.approved.map((item) => ({ ...item, fractions: 6 })),
  denied: APPROVAL.approved.map((item) => ({ ...item, fractions: 4 })),
};
export const EVERY_HOUR: Preferences = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  blocks: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  timeZone: 'America/New_York',
};
