import type { EnrollmentChange, EnrollmentState } from '../../contract/index.ts';

/** What happens to the offices of providers beside their requests. Instants are epoch ms. */
export type OfficeEvent =
  | { readonly type: 'electronic-payment-registered'; readonly at: number; readonly site: string }
  | { readonly type: 'electronic-payment-completed'; readonly at: number; readonly site: string }
  | {
      readonly type: 'enrollment-submitted';
      readonly at: number;
      readonly change: string;
      readonly site: string;
      readonly user: string;
      readonly asked: EnrollmentChange;
    }
  | {
      readonly type: 'enrollment-moved';
      readonly at: number;
      readonly change: string;
      readonly state: EnrollmentState;
    }
  | {
      readonly type: 'pcp-changed';
      readonly at: number;
      readonly member: string;
      readonly provider: string;
      readonly site: string;
    };
