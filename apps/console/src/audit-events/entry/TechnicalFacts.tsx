import Box from '@mui/material/Box';
import type { AuditEventView } from '@clearance/contract';
import { useQuery } from '@tanstack/react-query';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { detailWords } from '../detail-words.ts';
import { Fact, Facts } from './Fact.tsx';
import { fitsLeafHash } from '../browser-hash.ts';

/** Ids, digests and the exact bytes that were hashed. On paper it is always unfolded. */
export const TechnicalFacts = ({ entry }: { readonly entry: AuditEventView }) => {
  const { data: fits } = useQuery({
    queryKey: ['leaf-hash', entry.id, entry.leafHash],
    queryFn: async () => (await fitsLeafHash(entry.bytes, entry.leafHash)) ?? null,
    staleTime: Infinity,
  });
  return (
    <Box
      sx={{
        '@media print': {
          mt: 3,
          '& details::details-content': { contentVisibility: 'visible', display: 'block', height: 'auto' },
        },
      }}
    >
      <TechnicalDetails>
        <Facts>
          <Fact label="Time in UTC">{entry.at}</Fact>
          <Fact label="Action">{entry.action}</Fact>
          <Fact label="Actor">{entry.actorId}</Fact>
          <Fact label="Target">
            {entry.targetType} {entry.targetId}
          </Fact>
          {entry.requestId ? <Fact label="Request">{entry.requestId}</Fact> : null}
          {entry.bulkReviewId ? <Fact label="Bulk review">{entry.bulkReviewId}</Fact> : null}
          {entry.historyDigest ? <Fact label="History digest">{entry.historyDigest}</Fact> : null}
          {detailWords(entry.detail)
            .filter(({ technical }) => technical)
            .map(({ label, value }) => (
              <Fact key={label} label={label}>
                {value}
              </Fact>
            ))}
          <Fact label="Leaf hash">
            {entry.leafHash}
            {typeof fits === 'boolean' ? (
              <Box sx={{ color: fits ? 'success.main' : 'error.main' }}>
                {fits
                  ? '✓ This browser computed the same from the bytes below.'
                  : '✕ This browser computed another one from the bytes below.'}
              </Box>
            ) : null}
          </Fact>
          <Fact label="Bytes, exactly as hashed">
            <Box
              component="pre"
              tabIndex={0}
              aria-label="Bytes of the entry"
              sx={{
                m: 0,
                whiteSpace: 'pre-wrap',
                overflowWrap: 'anywhere',
                fontFamily: 'ui-monospace, Consolas, monospace',
              }}
            >
              {entry.bytes}
            </Box>
          </Fact>
        </Facts>
      </TechnicalDetails>
    </Box>
  );
};
