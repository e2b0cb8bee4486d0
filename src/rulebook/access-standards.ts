/** How far members may have to go for one kind of care: within so many miles, or else so many minutes by car. */
export type AccessDistance = {
  readonly rule: string;
  readonly miles: number;
  readonly minutes: number;
  /** How many different providers have to be so near. */
  readonly needed: number;
};

/** For how many members one provider of a kind is enough. */
export type AccessRatio = { readonly rule: string; readonly members: number };

/** What a network must offer its members. Section 3, Access and Availability Requirements; Panel Changes. */
export const ACCESS = {
  ratios: {
    pcp: { rule: 'network.access.pcp-ratio-1-200', members: 200 },
    obgyn: { rule: 'network.access.obgyn-ratio-1-500', members: 500 },
    'high-volume': { rule: 'network.access.high-volume-ratio-1-1500', members: 1500 },
  },
  distances: {
    pcp: { rule: 'network.access.pcp-distance-two-in-15mi-30min', miles: 15, minutes: 30, needed: 2 },
    obgyn: { rule: 'network.access.obgyn-distance-15mi-30min', miles: 15, minutes: 30, needed: 1 },
    'high-volume': {
      rule: 'network.access.high-volume-distance-15mi-30min',
      miles: 15,
      minutes: 30,
      needed: 1,
    },
    'urgent-care': {
      rule: 'network.access.urgent-care-distance-15mi-30min',
      miles: 15,
      minutes: 30,
      needed: 1,
    },
    'acute-hospital': { rule: 'network.access.acute-distance-20mi-40min', miles: 20, minutes: 40, needed: 1 },
    rehabilitation: { rule: 'network.access.rehab-distance-30mi-60min', miles: 30, minutes: 60, needed: 1 },
  },
  /** How many specialties count as of high volume, by their claims; a tie at the last place counts. */
  highVolume: 5,
  /** One panel in so many of a practice may be closed, no more. */
  panels: { rule: 'panel.practice.half-open', closedAtMostOneIn: 2 },
  /** What a primary care provider may practise. Section 3, Role of the Primary Care Provider. */
  primaryCare: ['family-practice', 'internal-medicine', 'pediatrics', 'obstetrics-gynecology'],
} as const satisfies {
  readonly ratios: Readonly<Record<string, AccessRatio>>;
  readonly distances: Readonly<Record<string, AccessDistance>>;
  readonly highVolume: number;
  readonly panels: { readonly rule: string; readonly closedAtMostOneIn: number };
  readonly primaryCare: readonly string[];
};
