import type { ApprovalBody, RecommendationBody, UndoBody } from '@clearance/contract';
import { api } from '../providers/http.ts';
import type { Choice, Decidable } from './choices.ts';

export interface Chosen<Row extends Decidable = Decidable> {
  readonly row: Row;
  readonly choice: Choice;
  readonly note?: string;
}

/**
 * Sends one choice to the API, with the version that the person saw.
 * @throws RefusalError, among others `conflict`, `wrong_state`, `own_recommendation`, `history_changed`, `released_already`, `note_required`
 */
export function sendChoice({ row, choice, note }: Chosen): Promise<unknown> {
  const said = note?.trim() ? { note: note.trim() } : {};
  if (choice === 'approve' || choice === 'return') {
    const body: ApprovalBody = { version: row.version, verdict: choice, ...said };
    return api.post(`/convictions/${row.id}/approvals`, body);
  }
  if (choice === 'undo') {
    const body: UndoBody = { version: row.version, note: said.note ?? '' };
    return api.post(`/convictions/${row.id}/undo`, body);
  }
  const body: RecommendationBody = { version: row.version, decision: choice, ...said };
  return api.post(`/convictions/${row.id}/recommendations`, body);
}
