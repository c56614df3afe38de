import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import type { ReactNode } from 'react';
import { Moment } from '../../ui/DateText.tsx';
import { bytes, number } from '../../ui/format.ts';
import { encodingWords, headersInWords, isGoing, share } from '../import-words.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Box sx={{ mb: 1 }}>
    <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {label}
    </Box>
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' }}>
      {children}
    </Box>
  </Box>
);

const Files = ({ files }: Pick<ImportRow, 'files'>) => (
  <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
    {files.map(({ bytes: size, name }) => (
      <li key={name}>
        {name}, {bytes(size)}
      </li>
    ))}
  </Box>
);

/** The file as it arrived. It is kept byte for byte; the checksum tells whether another copy is the same. */
export const FileFacts = ({ row }: { readonly row: ImportRow }) => (
  <Box component="section" aria-label="About the file" sx={{ minWidth: 0 }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      About the file
    </Typography>
    <Box component="dl" className="figures" sx={{ m: 0 }}>
      <Fact label={row.files.length === 1 ? 'Name' : `${row.files.length} files, in their order`}>
        {row.files.length === 1 ? row.fileName : <Files files={row.files} />}
      </Fact>
      <Fact label="Size">
        {bytes(row.bytes)}
        {row.bytes >= 1000 ? ` (${number(row.bytes)} bytes)` : ''}
      </Fact>
      <Fact label="Header">{headersInWords(row)}</Fact>
      <Fact label="Encoding">{encodingWords(row.encoding)}</Fact>
      {row.ownCountyShare === null ? null : (
        <Fact label="Court rows that name this county">{share(row.ownCountyShare)}</Fact>
      )}
      {row.finishedAt ? (
        <Fact label={isGoing(row.state) ? 'Finished the first time' : 'Finished'}>
          <Moment at={row.finishedAt} />
        </Fact>
      ) : null}
      <Fact label="Checksum (SHA-256)">
        <Box
          component="span"
          sx={{ display: 'block', maxWidth: '32ch', fontFamily: 'ui-monospace, Consolas, monospace' }}
        >
          {row.sha256 === '' ? 'Not known yet' : row.sha256}
        </Box>
      </Fact>
    </Box>
  </Box>
);
