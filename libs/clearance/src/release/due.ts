/**
 * An approval whose time to be taken back is over at `$1`, as a condition on `conviction c`. What a newer file changed or
 * dropped meanwhile is not released: a person has to look at it, and takes it back or waits for the next file.
 */
export const DUE = `c.state = 'approved' AND c.releases_at <= $1 AND NOT c.changed AND NOT c.vanished`;
