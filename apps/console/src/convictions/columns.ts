/** Columns are a choice of this computer, so the key is one that is remembered. */
export const columnsKey = 'preferences.convictions';

/** The columns of the table by their sources, in their order; the person always stands first. */
export const columns = {
  caseNumber: 'Case number',
  section: 'Section',
  severity: 'Severity',
  date: 'Convicted',
  reason: 'Determination',
  state: 'Stage',
  decision: 'Recommended',
  recommendedBy: 'By',
  court: 'Court',
  offense: 'Offense',
  since: 'Waiting',
} as const;
export type Column = keyof typeof columns;

export const hiddenAtFirst: readonly Column[] = ['state', 'decision', 'recommendedBy', 'court', 'offense'];
