/**
 * A column of a statement after which it is milliseconds to the commit, and which locks what others wait for: the head of a
 * county's log, the row of a work. From there on a session that is idle for ten seconds is cut: a process that hangs or was
 * stopped loses what it had not committed, and the others can go on.
 */
export const HELD_BRIEFLY = `set_config('idle_in_transaction_session_timeout', '10s', true) AS held_briefly`;
