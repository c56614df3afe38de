import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly explanation?: string;
  readonly children: ReactNode;
}

/** A part of a long page with its heading. */
export const Section = ({ title, explanation, children }: SectionProps) => {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 4 }}>
      <Typography variant="h2" id={id} sx={{ mb: explanation ? 0.25 : 1 }}>
        {title}
      </Typography>
      {explanation ? (
        <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '76ch' }}>{explanation}</Typography>
      ) : null}
      {children}
    </Box>
  );
};
