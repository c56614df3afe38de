import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AuditLogState } from '@clearance/contract';
import { useState } from 'react';
import { day } from '../../ui/format.ts';

/** The key that whoever checks an export holds against it; earlier ones still verify what they signed. */
export const PublicKey = ({ keys }: Pick<AuditLogState, 'keys'>) => {
  const [copied, setCopied] = useState(false);
  const [newest] = keys;
  if (!newest) return null;
  const copy = () =>
    void navigator.clipboard.writeText(newest.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
      <Box
        component="code"
        sx={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}
      >
        {newest.text}
      </Box>
      <Button className="no-print" size="small" onClick={copy}>
        {copied ? 'Copied' : 'Copy the key'}
      </Button>
      <Box sx={{ flexBasis: '100%', color: 'text.secondary', fontSize: '0.875rem' }}>
        It signs since {day(newest.since)}. Give it to whoever checks exports, once, in another way than the exports.
      </Box>
    </Box>
  );
};
