import type { AuditEventRow } from '@clearance/contract';
import { stateOfAct } from './state-words.ts';

/** `To review → Approved`; a dash where an act changes no state. */
export const StateChange = ({ row }: { readonly row: Pick<AuditEventRow, 'stateBefore' | 'stateAfter'> }) => {
  const { stateBefore, stateAfter } = row;
  if (!stateBefore || !stateAfter)
    return <span>{stateBefore || stateAfter ? stateOfAct(stateAfter ?? stateBefore ?? '') : '–'}</span>;
  return (
    <span>
      {stateOfAct(stateBefore)}
      <span className="unseen"> became </span>
      <span aria-hidden> → </span>
      {stateOfAct(stateAfter)}
    </span>
  );
};
