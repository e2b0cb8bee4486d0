/** Numbers of the portal's own documents. What is doubtful has its admissible readings, the default first. */

/** Plan systems are maintained on the third weekend of a month. User Guide, Helpful Hints. */
export const MAINTENANCE = {
  /** Which day makes a weekend the third one. */
  thirdOf: ['saturday', 'friday', 'sunday'],
  /** Friday, local time of the plan. */
  from: '17:00',
  /** Monday, local time of the plan. */
  until: '08:00',
  /** Hours after the window by which a status must be there. */
  graceHours: 4,
} as const;

/** When a request that got no answer at once has a status. User Guide, Response Screen. */
export const DEFERRAL = { hours: 4, morning: '08:00' } as const;

/** A document holds 5 MB, taken as 5 × 2^20 or as 5 × 10^6 bytes. User Guide, the upload dialog. */
export const DOCUMENT_BYTES = [5_242_880, 5_000_000] as const;

/** Days. Section 4, Overview. */
export const ACCOUNT_DAYS = { renewal: 180, inactivity: 30 } as const;

/** Eligibility is refreshed three times a day. Section 4, Member Eligibility. */
export const ELIGIBILITY_REFRESH = { at: ['00:00', '08:00', '16:00'], maxGapHours: 12 } as const;

/** Days that "recent" reaches back and ahead, where the documents give no figure. Section 4, Reports. */
export const REPORT_DAYS = {
  transactions: { back: 90 },
  redetermination: { back: 90, ahead: 90 },
  rosterReview: 90,
} as const;

/** How the plan is reached. User Guide, the deferred notice, the cover sheet and the contact block; Section 4. */
export const CONTACTS = {
  clinicalFax: '617-586-1700',
  misdirectedFax: '617-772-5500',
  customerService: '1-855-444-4647',
  supportMail: 'prweb@allwayshealth.org',
} as const;
