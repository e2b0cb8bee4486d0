/** The doubtful words of time limits and the values each may take, the default first (setting names are public). */
export const SETTINGS = {
  holidays: ['fed+ma', 'fed', 'ma', 'fed+ma+suffolk', 'none'],
  bd_end: ['eod', 'cob', 'clock'],
  after_hours: ['same_day', 'next_bd'],
  nonbusiness_anchor: ['skip', 'roll'],
  slash: ['hours', 'clock', 'eod', 'lesser'],
  calendar_days: ['eod', 'clock'],
  lesser3: ['eod', 'clock', 'hours'],
  cap_scope: ['cells', 'all_denials', 'all'],
  written_anchor: ['actual_verbal', 'capped_verbal'],
  no_verbal_anchor: ['verbal_due', 'decision', 'none'],
  recon_cap: ['recon_receipt', 'original_receipt', 'none'],
  receipt: ['arrival', 'business_open'],
  notify: ['next_bd_eod', 'one_bd_clock'],
  five_bd: ['backward', 'forward', 'inclusive'],
  day_count: ['exclusive', 'inclusive'],
  trimester2_start_days: ['98', '91'],
  liability_from: ['day_after_notice', 'notice_instant'],
} as const;

export type Setting = keyof typeof SETTINGS;
/** One value for every setting. */
export type Interpretation = { readonly [K in Setting]: (typeof SETTINGS)[K][number] };
export type InterpretationName = 'default' | 'strict' | 'lenient';
export const INTERPRETATION_NAMES: readonly InterpretationName[] = ['default', 'strict', 'lenient'];

const byDefault: Interpretation = {
  holidays: 'fed+ma',
  bd_end: 'eod',
  after_hours: 'same_day',
  nonbusiness_anchor: 'skip',
  slash: 'hours',
  calendar_days: 'eod',
  lesser3: 'eod',
  cap_scope: 'cells',
  written_anchor: 'actual_verbal',
  no_verbal_anchor: 'verbal_due',
  recon_cap: 'recon_receipt',
  receipt: 'arrival',
  notify: 'next_bd_eod',
  five_bd: 'backward',
  day_count: 'exclusive',
  trimester2_start_days: '98',
  liability_from: 'day_after_notice',
};

/** The three profiles that real plans could hold; findings on which they differ are `depends`. */
export const INTERPRETATIONS: Readonly<Record<InterpretationName, Interpretation>> = {
  default: byDefault,
  strict: {
    ...byDefault,
    holidays: 'ma',
    bd_end: 'cob',
    slash: 'lesser',
    calendar_days: 'clock',
    lesser3: 'clock',
    cap_scope: 'all',
    written_anchor: 'capped_verbal',
    no_verbal_anchor: 'decision',
    notify: 'one_bd_clock',
    day_count: 'inclusive',
  },
  lenient: {
    ...byDefault,
    holidays: 'fed+ma+suffolk',
    after_hours: 'next_bd',
    nonbusiness_anchor: 'roll',
    slash: 'eod',
    no_verbal_anchor: 'none',
    recon_cap: 'none',
    receipt: 'business_open',
    five_bd: 'inclusive',
    trimester2_start_days: '91',
    liability_from: 'notice_instant',
  },
};
