/**
 * Published figures that a workload is drawn to match. Medicare Advantage determinations of 2023 and 2024, as
 * summed up by KFF: requests for each enrollee in a year, the share denied, the share of denials that was
 * appealed, and the share of appeals that overturned.
 */
export const PUBLISHED = {
  requestsPerMember: 1.7,
  denied: 0.077,
  appealed: 0.117,
  overturned: 0.81,
} as const;

/** What no publication says, and is made up: of all requests unless said otherwise. */
export const ASSUMED = {
  partial: 0.02,
  withdrawn: 0.01,
  administrative: 0.15,
  missingInformation: 0.25,
  neverComplete: 0.04,
  revised: 0.03,
  talkBeforeReconsideration: 0.5,
} as const;
