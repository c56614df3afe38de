/** `CLEARANCE_FAULTS=full` rehearses every fault at the scale of a county; else it is the same in small. */
export const full = process.env['CLEARANCE_FAULTS'] === 'full';

/** Convictions in the bulk review that is disturbed. */
export const CONVICTIONS = full ? 60_000 : 4_000;

/** What a whole rehearsal may take, in milliseconds; a machine that is busy needs longer, and nothing is judged by it. */
export const PATIENCE = full ? 900_000 : 120_000;

/** After the last blow everything has to be done within so many seconds more than the machine needs for it undisturbed. */
export const DRAINED_SECONDS = 15;
