import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Headline } from './headlines.ts';

/** Figures that are read out, each with what it counts beneath. */
export const Headlines = ({ title, figures }: { readonly title: string; readonly figures: readonly Headline[] }) => (
  <Box component="section" aria-label={title} sx={{ '@media print': { zoom: 0.85 } }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      {title}
    </Typography>
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 196px), 1fr))',
        '@media print': { gridTemplateColumns: 'repeat(3, 1fr)', gap: 1 },
      }}
    >
      {figures.map(({ key, label, rule, share, value }) => (
        <Box
          key={key}
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: 1.5,
            backgroundColor: 'background.paper',
            p: 1.5,
            breakInside: 'avoid',
            '@media print': { p: 1 },
          }}
        >
          <Box component="dt" sx={{ fontSize: '0.875rem', fontWeight: 600 }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            <Box className="figures" sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3 }}>
              {value}
              {share ? (
                <Box
                  component="span"
                  sx={{ fontSize: '0.8125rem', fontWeight: 400, color: 'text.secondary', ml: 1, whiteSpace: 'nowrap' }}
                >
                  {share}
                </Box>
              ) : null}
            </Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 0.5 }}>{rule}</Box>
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
);
