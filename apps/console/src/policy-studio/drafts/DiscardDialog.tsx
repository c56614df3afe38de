import type { DraftRow } from '@clearance/contract';
import { useNotify } from 'react-admin';
import { api } from '../../providers/http.ts';
import { useMe } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { draftPath, forgetDraft } from '../draft/open-drafts.ts';

interface DiscardDialogProps {
  /** Nothing is asked while there is none. */
  readonly row: DraftRow | undefined;
  readonly onClose: () => void;
}

/** Asks before a draft is thrown away. */
export const DiscardDialog = ({ row, onClose }: DiscardDialogProps) => {
  const notify = useNotify();
  const member = useMe()?.memberId ?? '';
  const { act, busy, refusal, forget } = useAct(
    ({ id, version }: DraftRow) => api.delete<undefined>(`${draftPath(id)}?version=${version}`),
    (_, { id }) => {
      forgetDraft(member, id);
      notify('The draft was discarded.', { type: 'success' });
      onClose();
    },
  );
  return (
    <ConfirmDialog
      open={row !== undefined}
      title={`Discard “${row?.name ?? ''}”?`}
      consequence="The draft is gone for everybody, and cannot be brought back. Policies that were published and simulations that were made stay."
      verb="Discard the draft"
      back="Keep the draft"
      grave
      busy={busy}
      refusal={refusal}
      onConfirm={() => (row ? void act(row) : undefined)}
      onClose={() => {
        forget();
        onClose();
      }}
    />
  );
};
