import type {
  CaseBuild,
  CaseChange,
  CaseDecision,
  CaseUpdate,
  DelegateRole,
  PeerContact,
  Preferences,
  Registration,
  TalkOutcome,
} from '../../contract/index.ts';
import type { Secret } from '../accounts/model.ts';
import type { CaseUpload } from './case-checks.ts';

/** Who acts at the delegate: a user of a practice, its staff, or its own desk. */
export type DelegateActor =
  | { readonly kind: 'practice'; readonly user: string }
  | { readonly kind: 'reviewer'; readonly user: string | null; readonly role: DelegateRole };

type By = { readonly do: 'delegate'; readonly actor: DelegateActor };
type OnCase = By & { readonly case: string };
type Keys = readonly { readonly caseNumber: string; readonly birthDate: string }[];
type OnTalk = By & { readonly appointment: string };

/** Everything that can be asked of the delegate. */
export type DelegateCommand =
  | {
      readonly do: 'delegate';
      readonly act: 'register';
      readonly asked: Registration;
      readonly token: string;
    }
  | {
      readonly do: 'delegate';
      readonly act: 'set-password';
      readonly user: string;
      readonly token: string;
      readonly secret: Secret;
    }
  | (By & { readonly act: 'add-practitioner'; readonly practitioner: string })
  | (By & { readonly act: 'set-zone'; readonly timeZone: string })
  | (By & { readonly act: 'start'; readonly build: CaseBuild })
  | (OnCase & { readonly act: 'change'; readonly change: CaseChange })
  | (OnCase & { readonly act: 'gate' })
  | (OnCase & { readonly act: 'prioritize'; readonly routine: boolean })
  | (OnCase & { readonly act: 'attach'; readonly upload: CaseUpload & { readonly sha256: string } })
  | (OnCase & {
      readonly act: 'answer';
      readonly page: string;
      readonly answers: Readonly<Record<string, string>>;
    })
  | (OnCase & { readonly act: 'add'; readonly choice: string; readonly notes: string | null })
  | (OnCase & { readonly act: 'save' })
  | (OnCase & { readonly act: 'resume' })
  | (OnCase & { readonly act: 'cancel' })
  | (OnCase & { readonly act: 'submit' })
  | (OnCase & {
      readonly act: 'update';
      readonly change: CaseUpdate;
    })
  | (OnCase & {
      readonly act: 'ask';
      readonly items: readonly string[];
      readonly phone: 'reached' | 'voicemail' | 'no-answer' | null;
      readonly written: boolean;
      readonly dueAt: number | null;
      readonly instructions: string;
    })
  | (OnCase & { readonly act: 'decide'; readonly decision: CaseDecision })
  | (OnCase & { readonly act: 'reconsider'; readonly proceed: boolean })
  | (OnCase & { readonly act: 'confirm'; readonly newInformation: boolean })
  | (OnCase & { readonly act: 'submit-reconsideration' })
  | (OnCase & { readonly act: 'appeal' })
  | (By & {
      readonly act: 'schedule';
      readonly cases: Keys;
      readonly preferences: Preferences;
      readonly slot: string;
      readonly contact: PeerContact;
    })
  | (OnTalk & { readonly act: 'reschedule'; readonly preferences: Preferences; readonly slot: string })
  | (OnTalk & { readonly act: 'cancel-talk'; readonly reason: string })
  | (OnTalk & { readonly act: 'hold'; readonly reached: boolean })
  | (OnTalk & { readonly act: 'outcome'; readonly told: TalkOutcome });

export type DelegateCommandOf<T extends DelegateCommand['act']> = Extract<DelegateCommand, { act: T }>;
