import type { DisseminationRow } from '@clearance/contract';

/** What was given out, in words. */
export const whatWords: Readonly<Record<DisseminationRow['what'], string>> = {
  annotated_file: 'Annotated file',
  court_list: 'List for the court',
  fact_request: 'Request for missing facts',
  rejected_rows: 'Rejected rows of a file',
  simulation_moves: 'Convictions that a policy would move',
};
