import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title.ts';

interface PageHeaderProps {
  /** Also the title of the browser tab. */
  readonly title: string;
  /** One line: what this page is for, or what is seen on it. */
  readonly explanation?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  /** Over the title: where this page hangs, usually one link back. */
  readonly above?: ReactNode;
}

/** The head of every page. */
export const PageHeader = ({ title, explanation, actions, above }: PageHeaderProps) => {
  usePageTitle(title);
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 2.5 }}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        {above ? (
          // An arrow for the eye; it is not read aloud.
          <Box sx={{ mb: 0.5, fontSize: '0.875rem', '& > a::before': { content: '"← " / ""' } }}>{above}</Box>
        ) : null}
        <Typography variant="h1">{title}</Typography>
        {explanation ? (
          <Typography component="div" variant="body1" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '96ch' }}>
            {explanation}
          </Typography>
        ) : null}
      </Box>
      {actions ? (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {actions}
        </Box>
      ) : null}
    </Box>
  );
};
