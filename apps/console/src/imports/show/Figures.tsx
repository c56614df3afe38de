import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import type { ReactNode } from 'react';
import { number } from '../../ui/format.ts';
import { isCounted, isRead } from '../import-words.ts';
import { convictionsInWords } from './convictions-counted.ts';

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Box sx={{ minWidth: 96 }}>
    <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {label}
    </Box>
    <Box component="dd" className="figures" sx={{ m: 0, fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3 }}>
      {children}
    </Box>
  </Box>
);

/** What came out of the file: accepted rows and rejected ones are together all its rows. */
export const Figures = ({ row }: { readonly row: ImportRow }) => {
  const counts = convictionsInWords(row);
  const said = (known: boolean, value: number) => (known ? number(value) : '–');
  return (
    <Box component="section" aria-label="Figures">
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1.5, m: 0 }}>
        <Figure label="Rows accepted">{number(row.rows)}</Figure>
        <Figure label="People">{said(isRead(row.state), row.people)}</Figure>
        <Figure label="Convictions">{said(isCounted(row.state), row.convictions)}</Figure>
        <Figure label="Rows rejected">
          {row.rejected > 0 ? (
            <Link
              component="button"
              type="button"
              sx={{ font: 'inherit', verticalAlign: 'baseline' }}
              onClick={() => document.getElementById('rejected')?.scrollIntoView()}
            >
              {number(row.rejected)}
            </Link>
          ) : (
            '0'
          )}
        </Figure>
      </Box>
      {counts ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', maxWidth: '72ch', mt: 0.75 }}>
          {counts}
        </Typography>
      ) : null}
    </Box>
  );
};
