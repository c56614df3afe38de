import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { AuditEventView, AuditFilter } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { explorerLink } from '../filter/filter-link.ts';
import { nobodies } from '../filter-words.ts';
import { oneOf } from '../target-words.ts';

const asThis = (type: string) => oneOf(type).replace(/^(?:an?|the) /, 'this ');

/** Ways from one entry to those that belong to it. */
export const MoreLikeThis = ({ entry }: { readonly entry: AuditEventView }) => {
  const { targetType, targetId, actorId, action, bulkReviewId } = entry;
  const links: readonly { readonly says: string; readonly filter: AuditFilter }[] = [
    targetType === 'route'
      ? { says: 'Every such refused attempt', filter: { action, outcome: 'refused' } }
      : { says: `Everything about ${asThis(targetType)}`, filter: { targetType, targetId } },
    { says: `Everything by ${nobodies[actorId] ?? 'the same person'}`, filter: { actorId } },
    ...(bulkReviewId ? [{ says: 'Everything of this bulk review', filter: { bulkReviewId } }] : []),
  ];
  return (
    <Box component="nav" aria-label="Related entries" className="no-print" sx={{ my: 2.5 }}>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}
      >
        {links.map(({ says, filter }) => (
          <li key={says}>
            <Link component={RouterLink} to={explorerLink(filter)}>
              {says}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
};
