/**
 * A column of a statement that locks what others wait for: from there on the session is cut when it is idle for so long in
 * its transaction. A process that hangs or was stopped loses what it had not committed, and the others can go on.
 */
const heldFor = (seconds: number) =>
  `set_config('idle_in_transaction_session_timeout', '${seconds}s', true) AS held_for`;

/** For what only one works on, such as a chunk: its holder may have to think for a while. */
export const HELD_FOR_WORK = heldFor(20);

/** For what everybody of a county waits for (the head of its log, the row of a work): from there it is milliseconds to the commit. */
export const HELD_BRIEFLY = heldFor(10);
