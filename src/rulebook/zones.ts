/** An instant (UTC, ISO) from which a zone keeps another offset, in minutes east of UTC. */
export type ZoneTransition = readonly [at: string, offsetMinutes: number];

/** America/New_York, frozen so that a machine's own zone files cannot change a verdict (15 U.S.C. 260a). */
export const NEW_YORK: readonly ZoneTransition[] = [
  ['2018-11-04T06:00:00Z', -300],
  ['2019-03-10T07:00:00Z', -240],
  ['2019-11-03T06:00:00Z', -300],
  ['2020-03-08T07:00:00Z', -240],
  ['2020-11-01T06:00:00Z', -300],
  ['2021-03-14T07:00:00Z', -240],
  ['2021-11-07T06:00:00Z', -300],
  ['2022-03-13T07:00:00Z', -240],
  ['2022-11-06T06:00:00Z', -300],
  ['2023-03-12T07:00:00Z', -240],
  ['2023-11-05T06:00:00Z', -300],
  ['2024-03-10T07:00:00Z', -240],
  ['2024-11-03T06:00:00Z', -300],
  ['2025-03-09T07:00:00Z', -240],
  ['2025-11-02T06:00:00Z', -300],
  ['2026-03-08T07:00:00Z', -240],
  ['2026-11-01T06:00:00Z', -300],
  ['2027-03-14T07:00:00Z', -240],
  ['2027-11-07T06:00:00Z', -300],
  ['2028-03-12T07:00:00Z', -240],
  ['2028-11-05T06:00:00Z', -300],
  ['2029-03-11T07:00:00Z', -240],
  ['2029-11-04T06:00:00Z', -300],
  ['2030-03-10T07:00:00Z', -240],
  ['2030-11-03T06:00:00Z', -300],
  ['2031-03-09T07:00:00Z', -240],
  ['2031-11-02T06:00:00Z', -300],
  ['2032-03-14T07:00:00Z', -240],
  ['2032-11-07T06:00:00Z', -300],
  ['2033-03-13T07:00:00Z', -240],
  ['2033-11-06T06:00:00Z', -300],
  ['2034-03-12T07:00:00Z', -240],
  ['2034-11-05T06:00:00Z', -300],
  ['2035-03-11T07:00:00Z', -240],
  ['2035-11-04T06:00:00Z', -300],
  ['2036-03-09T07:00:00Z', -240],
  ['2036-11-02T06:00:00Z', -300],
];

/** A zone of the United States whose clocks change at two in the morning, local time, as New York's do. */
const behind = (hours: number): readonly ZoneTransition[] =>
  NEW_YORK.map(([at, offset]) => [
    new Date(Date.parse(at) + hours * 3_600_000).toISOString(),
    offset - hours * 60,
  ]);

/** Zones in which users and reviewers of a delegate keep their calendars, frozen in the same way. */
export const US_ZONES: Readonly<Record<string, readonly ZoneTransition[]>> = {
  'America/New_York': NEW_YORK,
  'America/Chicago': behind(1),
  'America/Denver': behind(2),
  'America/Los_Angeles': behind(3),
  'America/Phoenix': [['2018-01-01T07:00:00Z', -420]],
};
