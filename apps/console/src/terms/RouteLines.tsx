import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import type { AgencyRoute } from '@clearance/contract';
import { arrestingInWords, datesInWords, severityInWords } from './route-words.ts';

interface RouteLinesProps {
  readonly routes: readonly AgencyRoute[];
  readonly problems: Readonly<Record<string, string>>;
  /** Absent where the table is only read. */
  readonly onChange?: (next: AgencyRoute[]) => void;
  readonly onEdit?: (place: number) => void;
}

/** The lines of a routing table in their order, which is part of what they say. */
export const RouteLines = ({ routes, problems, onChange, onEdit }: RouteLinesProps) => {
  const swap = (a: number, b: number) => {
    const next = [...routes];
    const [one, other] = [next[a], next[b]];
    if (one && other) [next[a], next[b]] = [other, one];
    onChange?.(next);
  };
  return (
    <Paper variant="outlined" component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {routes.map((route, place) => {
        const wrong = Object.entries(problems).filter(
          ([path]) => path === `routing.routes.${place}` || path.startsWith(`routing.routes.${place}.`),
        );
        const name = `line ${place + 1}`;
        return (
          <Box
            component="li"
            // Lines may be equal, and have no name of their own: their place is what tells them apart.
            key={place}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '2em minmax(0, 1fr)', md: '2em minmax(0, 1fr) minmax(0, 1fr) auto' },
              columnGap: 1,
              rowGap: 0.25,
              alignItems: 'start',
              px: 2,
              py: 1,
              '& + &': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            <Box className="figures" sx={{ color: 'text.secondary' }}>
              {place + 1}
            </Box>
            <Box sx={{ minWidth: 0 }} title={route.arresting === 'any' ? undefined : route.arresting.join('\n')}>
              <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{arrestingInWords(route)}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {severityInWords(route)}, {datesInWords(route)}
              </Box>
            </Box>
            <Box sx={{ gridColumn: { xs: 2, md: 3 }, overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                prosecuted by{' '}
              </Box>
              {route.agency}
            </Box>
            {onChange && onEdit ? (
              <Box className="no-print" sx={{ gridColumn: { xs: 2, md: 4 }, whiteSpace: 'nowrap' }}>
                <IconButton size="small" aria-label={`Change ${name}`} onClick={() => onEdit(place)}>
                  <EditOutlined fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={`Move ${name} up`}
                  disabled={place === 0}
                  onClick={() => swap(place - 1, place)}
                >
                  <ArrowUpward fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={`Move ${name} down`}
                  disabled={place === routes.length - 1}
                  onClick={() => swap(place, place + 1)}
                >
                  <ArrowDownward fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={`Remove ${name}`}
                  onClick={() => onChange(routes.filter((_, at) => at !== place))}
                >
                  <DeleteOutlined fontSize="small" />
                </IconButton>
              </Box>
            ) : null}
            {wrong.map(([path, problem]) => (
              <Box key={path} role="alert" sx={{ gridColumn: '2 / -1', color: 'error.main', fontSize: '0.875rem' }}>
                {problem}.
              </Box>
            ))}
          </Box>
        );
      })}
    </Paper>
  );
};
