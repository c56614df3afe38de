/**
 * A column of the statement that locks what everybody of a county waits for (the head of its log, the row of a work): from
 * there it is milliseconds to the commit. A process that hangs or was stopped there loses its session after five seconds, and
 * with it what it had not committed, so that the others can go on.
 */
export const HELD_BRIEFLY = `set_config('idle_in_transaction_session_timeout', '5s', true) AS held_briefly`;
