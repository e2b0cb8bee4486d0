import type { DelegateNotice } from '../../contract/index.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateDomainEvent, Determined } from '../delegate/event.ts';
import { type CaseFileState, delegationOf } from '../delegate/state.ts';

type Notice = Omit<DelegateNotice, 'seq' | 'at' | 'request' | 'kind'>;

const sent = (at: number, file: CaseFileState, notice: Notice): DelegateDomainEvent => ({
  type: 'case-notice-sent',
  at,
  case: file.id,
  kind: 'notice',
  ...notice,
});

const plain: Pick<Notice, 'techniques' | 'fractions' | 'imageGuidance' | 'dueAt' | 'result'> = {
  techniques: [],
  fractions: [],
  imageGuidance: null,
  dueAt: null,
  result: null,
};

const nameOf = (state: PortalState, file: CaseFileState): string => {
  const member = state.members.get(file.build.member.id);
  return `${member?.firstName ?? ''} ${member?.lastName ?? ''}`.trim();
};

/** The ways in which the provider of a case hears: by fax, and by e-mail where the contact gave an address. */
function toProvider(at: number, file: CaseFileState, notice: Omit<Notice, 'to' | 'by' | 'address'>) {
  const { fax, email } = file.build.contact;
  return [
    sent(at, file, { ...notice, to: 'provider', by: 'fax', address: fax }),
    ...(email ? [sent(at, file, { ...notice, to: 'provider', by: 'e-mail', address: email })] : []),
  ];
}

const words = (items: readonly { technique: string; fractions: number; name: string }[]): string =>
  items.map(({ name, technique, fractions }) => `${name}: ${technique}, ${fractions} fractions`).join('; ');

/** What a determination sends out: a treatment plan in words and no codes. Training, Holistic Treatment Plan Review. */
export function determinationNotices(
  state: PortalState,
  file: CaseFileState,
  made: Determined,
  at: number,
): DelegateDomainEvent[] {
  const { outcome, approved, denied, rationale, imageGuidance, alternative, cause } = made;
  const plan = state.world.delegation?.plans.find(({ id }) => id === file.build.healthPlan)?.name ?? '';
  const text = [
    `${plan}. About ${nameOf(state, file)}, case ${file.id}: ${outcome}.`,
    approved.length > 0 ? `Approved: ${words(approved)}.` : '',
    denied.length > 0 ? `Not approved: ${words(denied)}.` : '',
    imageGuidance === null ? '' : `Image guidance: ${imageGuidance}.`,
    rationale === '' ? '' : `Why: ${rationale}.`,
    alternative === null ? '' : `The reviewer would approve instead: ${alternative}.`,
    outcome === 'approved' ? '' : `An appeal goes to the plan: ${delegationOf(state).appeals}.`,
  ];
  const again = cause === 'reconsideration' || cause === 'consultation';
  const notice = {
    about: again ? ('reconsideration' as const) : ('determination' as const),
    text: text.filter(Boolean).join(' '),
    techniques: approved.map(({ technique }) => technique),
    fractions: approved.map(({ fractions }) => fractions),
    imageGuidance,
    dueAt: null,
    result: null,
  };
  return [
    ...toProvider(at, file, notice),
    sent(at, file, { ...notice, to: 'member', by: 'letter', address: 'the member’s address' }),
  ];
}

/** A fax that asks for clinical information. */
export const informationFax = (file: CaseFileState, items: readonly string[], at: number) =>
  toProvider(at, file, { ...plain, about: 'information', text: `Please send: ${items.join(', ')}.` });

/** What a provider hears before a denial: by phone, in writing, or both. */
export function preDecisionNotices(
  file: CaseFileState,
  {
    items,
    phone,
    written,
    dueAt,
    instructions,
  }: {
    readonly items: readonly string[];
    readonly phone: 'reached' | 'voicemail' | 'no-answer' | null;
    readonly written: boolean;
    readonly dueAt: number;
    readonly instructions: string;
  },
  at: number,
): DelegateDomainEvent[] {
  const due = new Date(dueAt).toISOString();
  const text = `This case may be denied. ${instructions} Needed: ${items.join(', ')}. Due ${due}.`;
  const notice = { ...plain, about: 'pre-decision' as const, text, dueAt: due };
  const { phone: number } = file.build.contact;
  return [
    ...(phone
      ? [sent(at, file, { ...notice, to: 'provider', by: 'phone', address: number, result: phone })]
      : []),
    ...(written ? toProvider(at, file, notice) : []),
  ];
}
