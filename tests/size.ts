/**
 * How much a test tries: `usual` in `npm test`, `long` in `npm run test:long`, which is for what needs many cases to
 * be sure. Both try the same claim.
 */
export const size = (usual: number, long: number): number =>
  process.env.PORTALPROOF_TESTS === 'long' ? long : usual;

/** Whether the long tests run. */
export const LONG = process.env.PORTALPROOF_TESTS === 'long';
