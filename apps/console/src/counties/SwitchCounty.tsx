import type { CountyRow } from '@clearance/contract';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { countyName } from '../ui/words.ts';

interface SwitchCountyProps {
  readonly county: CountyRow;
  readonly onClose: () => void;
}

/** Suspends a county, or lets it back. */
export const SwitchCounty = ({ county, onClose }: SwitchCountyProps) => {
  const notify = useNotify();
  const name = `${countyName(county.name)} County`;
  const suspends = county.status === 'active';
  const { act, busy, refusal } = useAct(
    (status: CountyRow['status']) => api.put(`/counties/${county.id}`, { status }),
    () => {
      notify(suspends ? `${name} is suspended.` : `${name} is back.`, { type: 'success' });
      onClose();
    },
  );
  return (
    <ConfirmDialog
      open
      title={suspends ? `Suspend ${name}?` : `Let ${name} back?`}
      consequence={
        suspends
          ? `Everybody of ${name} is signed out at once and nobody there can sign in. Their records and decisions are kept as they are.`
          : `Everybody of ${name} can sign in again and goes on where they stopped.`
      }
      verb={suspends ? 'Suspend the county' : 'Let the county back'}
      grave={suspends}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void act(suspends ? 'suspended' : 'active')}
      onClose={onClose}
    />
  );
};
