/** `CLEARANCE_FAULTS=full` rehearses every fault at the scale of a county; else it is the same in small. */
export const full = process.env['CLEARANCE_FAULTS'] === 'full';

/** Convictions in the bulk review that is disturbed. */
export const CONVICTIONS = full ? 60_000 : 4_000;
