/**
 * Wrong data that no hand-worked expectation can notice, by the beginning of their ids, each with its reason. The
 * self-test prints them.
 */
export const REASONS: Readonly<Record<string, string>> = {
  'figure/maintenanceWeekend/without-1-saturday':
    'the weekend of a third Saturday is always that of a third Friday or of a third Sunday too, so that what depends on the interpretation stays the same',
  'figure/eligibilityRefresh/1-a-minute':
    'the rule names no times; the reference implementation refreshes at these, and any that keep the gap are as right',
  'figure/eligibilityRefresh/2-a-minute':
    'the rule names no times; the reference implementation refreshes at these, and any that keep the gap are as right',
  'figure/eligibilityRefresh/3-a-minute':
    'the rule names no times; the reference implementation refreshes at these, and any that keep the gap are as right',
  'figure/transactionsReport/':
    'how far back "recent" reaches is the choice of the reference implementation; the check asks for the last 30 days and takes whatever else is shown',
  'delegate/evicore-medicaid/maxCases/one-more':
    'no document says how many cases fit into one discussion: a portal may refuse the sixth and may take it, so that the check looks at five',
  'delegate/evicore-medicare/maxCases/one-more':
    'no document says how many cases fit into one discussion: a portal may refuse the sixth and may take it, so that the check looks at five',
  'figure/rosterReview/':
    'nobody reads it: the rule is not judgeable, for the documents do not say how often',
  'figure/servicePhone/': 'nobody reads it yet: the rule waits for the browser interface',
  'figure/supportMail/': 'nobody reads it yet: the rule waits for the browser interface',
};

/** Why a wrong datum is not tried; null where it is. */
export const reasonWithoutTrial = (id: string): string | null =>
  Object.entries(REASONS).find(([beginning]) => id.startsWith(beginning))?.[1] ?? null;
