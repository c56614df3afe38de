/** `npm run test:security` sets `CLEARANCE_SECURITY=full`: attacks are tried as often as the figures ask for; else less often. */
export const sized = (small: number, full: number): number =>
  process.env['CLEARANCE_SECURITY'] === 'full' ? full : small;
