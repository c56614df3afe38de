import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { checksumOf } from '../../audit-events/browser-hash.ts';
import { compareWords, type Sum } from './compare-words.ts';

/** Takes a downloaded file and tells, without sending it anywhere, whether it is one of the files of this export. */
export const CompareFile = ({ sums }: { readonly sums: readonly Sum[] }) => {
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<{ readonly fits: boolean; readonly says: string }>();
  const [busy, setBusy] = useState(false);
  const compare = async (file: File) => {
    setBusy(true);
    const found = await checksumOf(file).catch(() => undefined);
    setResult(compareWords(file.name, found, sums));
    setBusy(false);
  };
  return (
    <Box className="no-print" sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Downloaded file"
        onChange={({ currentTarget }) => {
          const [file] = Array.from(currentTarget.files ?? []);
          currentTarget.value = '';
          if (file) void compare(file);
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        Compare a downloaded file
      </Button>
      <Box
        role="status"
        sx={{ flex: '1 1 280px', fontWeight: 550, color: result?.fits === false ? 'error.main' : undefined }}
      >
        {result ? `${result.fits ? '✓' : '✕'} ${result.says}` : ''}
      </Box>
    </Box>
  );
};
