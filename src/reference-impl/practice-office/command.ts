import type { EnrollmentChange } from '../../contract/index.ts';
export type OfficeCommand =
  | { readonly do: 'register-payment'; readonly site: string }
  | {
      readonly do: 'ask-enrollment';
      readonly site: string;
      readonly user: string;
      readonly asked: EnrollmentChange;
    }
  | {
      readonly do: 'correct-pcp';
      readonly site: string;
      readonly correction: { readonly member: string; readonly provider: string };
    };

export const isOfficeCommand = (command: { readonly do: string }): command is OfficeCommand =>
  ['register-payment', 'ask-enrollment', 'correct-pcp'].includes(command.do);
