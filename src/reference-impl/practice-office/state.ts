import type { EnrollmentChange, EnrollmentState, Office } from '../../contract/index.ts';

type EnrollmentCase = EnrollmentChange & {
  readonly change: string;
  readonly site: string;
  readonly user: string;
  state: EnrollmentState;
};

/** What the plan keeps of offices, as it changes. */
export type OfficeState = {
  readonly electronic: Map<string, 'pending' | 'complete'>;
  readonly enrollment: Map<string, EnrollmentCase>;
  readonly transactions: Office['transactions'];
  paid: number;
};

export const openOffice = (office: Office | undefined): OfficeState => ({
  electronic: new Map(),
  enrollment: new Map(),
  transactions: [...(office?.transactions ?? [])],
  paid: 0,
});
