import type { AuditExportRow } from '@clearance/contract';
import { useWorkOn } from '../providers/events.ts';
import { percent } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { exportStateWords } from './export-words.ts';

/** How an export of the list stands, with how far it is while it is being made. */
export const ExportState = ({ row }: { readonly row: AuditExportRow }) => {
  const work = useWorkOn(row.id);
  const words = exportStateWords[row.state];
  const far = row.state === 'running' && work && work.total > 0 ? ` ${percent(work.done, work.total)}` : '';
  return <StatusChip {...words} word={`${words.word}${far}`} />;
};
