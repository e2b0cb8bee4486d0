import type { CaseChange, Registration, TalkOutcomeName } from '../../contract/index.ts';
import type { DelegatePack } from '../../rulebook/index.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { type Appointment, type CaseFileState, type PracticeAccount, stateOf } from './state.ts';

const wrong = (path: string, code: Parameters<typeof fieldError>[1], detail: string): Refusal =>
  refuse('invalid', 'Nothing was changed.', [fieldError(path, code, detail)]);

export type CaseUpload = { readonly name: string; readonly bytes: number; readonly kind: string | null };

const FREE_AFTER_GATE = ['contact'];

/** What each level of talk may end with. Training, Post-Decision Options. */
const OUTCOMES: Readonly<Record<string, readonly TalkOutcomeName[]>> = {
  'pre-decision': ['approve', 'partial', 'deny', 'information-needed'],
  reconsideration: ['upheld', 'overturned', 'partly-overturned'],
  consultative: ['explained'],
};

/** Who may do what with a case and a talk. Each answers a refusal, or null to let pass. */
export const CASE_CHECKS = {
  registrationMails: ({ email, confirmEmail }: Registration): Refusal | null =>
    email.trim().toLowerCase() === confirmEmail.trim().toLowerCase()
      ? null
      : wrong('confirmEmail', 'not-allowed', 'both addresses must agree'),
  seeCase: (file: CaseFileState | undefined, user: string | null): boolean =>
    file !== undefined && (user === null || file.user === user),
  openDraft: (file: CaseFileState, now: number, until: number): Refusal | null => {
    const state = stateOf(file, now > until);
    if (state === 'expired') return refuse('expired', 'This case has expired; start a new one.');
    if (state === 'cancelled') return refuse('conflict', 'This case was given up; start a new one.');
    return file.submittedAt === null ? null : refuse('conflict', 'This case is submitted already.');
  },
  gateLock: (file: CaseFileState, change: CaseChange): Refusal | null => {
    const locked = Object.keys(change).filter((key) => !FREE_AFTER_GATE.includes(key));
    return file.gatedAt === null || locked.length === 0
      ? null
      : refuse(
          'conflict',
          `${locked.join(', ')}: fixed since the gate; give this case up and start a new one.`,
        );
  },
  uploadType: ({ name, kind }: CaseUpload, pack: DelegatePack): Refusal | null => {
    const ending = name.toLowerCase().split('.').at(-1) ?? '';
    const documentTypes = pack.delegate.documentTypes.value;
    return documentTypes.includes(ending) && kind !== null && documentTypes.includes(kind)
      ? null
      : wrong('file', 'not-allowed', `a document is one of .${documentTypes.join(', .')}`);
  },
  uploadEmpty: ({ bytes }: CaseUpload): Refusal | null =>
    bytes > 0 ? null : wrong('file', 'required', 'choose a file; this one is empty'),
  uploadCount: (file: CaseFileState, pack: DelegatePack): Refusal | null =>
    file.submittedAt !== null || file.documents.length < pack.delegate.maxDocuments.value
      ? null
      : wrong('file', 'too-many', `at most ${pack.delegate.maxDocuments.value} documents`),
  uploadOpen: (file: CaseFileState): boolean =>
    file.submittedAt === null ||
    ['clinical-review', 'information-requested'].includes(stateOf(file, false)) ||
    file.reconsideration?.state === 'open',
  priorityOf: (file: CaseFileState): 'standard' | 'urgent' =>
    file.routine === false && file.documents.some(({ source }) => source === 'upload')
      ? 'urgent'
      : 'standard',
  notesGiven: (choice: string, notes: string | null): Refusal | null =>
    ['notes', 'both'].includes(choice) && (notes ?? '').trim() === ''
      ? wrong('notes', 'required', 'type the notes, or choose something else')
      : null,
  updateScope: (change: {
    technique?: string | undefined;
    cancerType?: string | undefined;
  }): Refusal | null =>
    change.technique === undefined && change.cancerType === undefined
      ? null
      : refuse('conflict', 'Another technique or type needs a new review; start a new case.'),
  reconsiderOpen: (
    file: CaseFileState,
    now: number,
    until: number | null,
    pack: DelegatePack,
  ): Refusal | null => {
    if (!pack.delegate.reconsideration)
      return refuse('not-delegated', 'There is no reconsideration for this line of business.');
    if (!['denied', 'partially-approved'].includes(stateOf(file, false)))
      return refuse('conflict', 'Only an adverse determination is reconsidered.');
    if (until === null) return refuse('conflict', 'This case was reconsidered already.');
    return now <= until ? null : refuse('conflict', 'The time for a reconsideration is over.');
  },
  reconsiderDocuments: (file: CaseFileState): boolean =>
    file.documents.length > (file.reconsideration?.documentsBefore ?? 0),
  reconsiderNew: (newInformation: boolean): boolean => newInformation,
  appeal: (_file: CaseFileState, address: string): Refusal | null =>
    refuse('not-delegated', `Appeals are not taken here; send them to the plan: ${address}.`),
  zoneConfirmed: (account: PracticeAccount): Refusal | null =>
    account.timeZone === null
      ? refuse('conflict', 'Confirm your time zone first (PUT /delegate/account/time-zone).')
      : null,
  talkBirthDate: (state: PortalState, file: CaseFileState, birthDate: string): boolean =>
    state.members.get(file.build.member.id)?.birthDate === birthDate,
  talkDuplicate: (numbers: readonly string[]): Refusal | null =>
    new Set(numbers).size === numbers.length ? null : wrong('cases', 'duplicate', 'name each case once'),
  talkMany: (numbers: readonly string[], pack: DelegatePack): Refusal | null =>
    numbers.length <= pack.delegate.maxCases.value
      ? null
      : wrong('cases', 'too-many', `at most ${pack.delegate.maxCases.value} cases in one peer-to-peer`),
  talkOnce: (live: Appointment | null): Refusal | null =>
    live?.state === 'scheduled'
      ? refuse('conflict', `This case has an appointment already (${live.id}); reschedule that one.`)
      : null,
  talkContact: (contact: {
    phone: string;
    requestingProvider: string;
    alternatePhone?: string | undefined;
  }) => {
    const bad = (phone: string): boolean =>
      phone.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '').length !== 10;
    if (contact.requestingProvider.trim() === '')
      return wrong('contact.requestingProvider', 'required', 'name the provider who will take part');
    if (bad(contact.phone)) return wrong('contact.phone', 'format', 'ten digits');
    return contact.alternatePhone !== undefined && bad(contact.alternatePhone)
      ? wrong('contact.alternatePhone', 'format', 'ten digits, or none')
      : null;
  },
  talkLive: (talk: Appointment): Refusal | null =>
    talk.state === 'scheduled' ? null : refuse('conflict', `This appointment is ${talk.state}.`),
  talkNotStarted: (talk: Appointment, now: number): Refusal | null =>
    now <= talk.start ? null : refuse('conflict', 'The appointment has begun; it can no longer be changed.'),
  cancelReason: (reason: string): Refusal | null =>
    reason.trim() === '' ? wrong('reason', 'required', 'say why you cancel') : null,
  talkDue: (talk: Appointment, now: number): Refusal | null =>
    now >= talk.start ? null : refuse('conflict', 'The peer-to-peer has not begun yet.'),
  talkOutcome: (level: string, outcome: TalkOutcomeName): Refusal | null =>
    OUTCOMES[level]?.includes(outcome)
      ? null
      : wrong('outcome', 'not-allowed', `a ${level} peer-to-peer ends with ${OUTCOMES[level]?.join(', ')}`),
};
