import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { AgencyRoute, Terms } from '@clearance/contract';
import { useState } from 'react';
import { counted } from '../ui/format.ts';
import { RouteDialog } from './RouteDialog.tsx';
import { RouteLines } from './RouteLines.tsx';
import type { DraftWork } from './use-draft.ts';

interface AgenciesProps {
  readonly terms: Terms;
  readonly work: DraftWork;
  readonly mayChange: boolean;
}

const emptyLine: AgencyRoute = { arresting: [], severity: [], agency: '' };

/** Who prosecutes: the table that holds, and its editor. */
export const Agencies = ({ terms, work, mayChange }: AgenciesProps) => {
  const [editing, setEditing] = useState<number>();
  const { routing } = work.draft;
  const { routing: shipped } = terms.shipped;
  const routes = routing?.routes ?? [];
  const setRoutes = (next: AgencyRoute[]) => work.setRouting({ cite: routing?.cite ?? '', routes: next });
  return (
    <Box component="section" aria-labelledby="agencies-title" sx={{ mb: 4, maxWidth: 1080 }}>
      <Typography variant="h2" id="agencies-title">
        Who prosecutes
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        The file says who arrested, not who prosecuted. This table leads from the one to the other: the first line that
        fits the arresting agency, the severity and the day of the conviction decides. Where none fits, who prosecutes
        is unknown, and a person has to say.
      </Typography>
      {routing ? (
        <>
          {mayChange ? (
            <TextField
              id="routing.cite"
              label="Where this table comes from"
              value={routing.cite}
              onChange={({ target }) => work.setRouting({ ...routing, cite: target.value })}
              error={work.problems['routing.cite'] !== undefined}
              helperText={work.problems['routing.cite'] ?? 'An agreement, an order, a letter, with its date.'}
              slotProps={{ htmlInput: { maxLength: 300 } }}
              sx={{ width: '100%', maxWidth: 720, mb: 1.5 }}
            />
          ) : (
            <Typography sx={{ mb: 1 }}>{routing.cite}</Typography>
          )}
          {work.problems['routing.routes'] ? (
            <Typography role="alert" sx={{ color: 'error.main', mb: 1 }}>
              {work.problems['routing.routes']}.
            </Typography>
          ) : null}
          <RouteLines
            routes={routes}
            problems={work.problems}
            {...(mayChange ? { onChange: setRoutes, onEdit: setEditing } : {})}
          />
        </>
      ) : (
        <>
          <Typography sx={{ mb: 1.5, maxWidth: '72ch' }}>
            {shipped
              ? `The table that comes with Clearance holds, with ${counted(shipped.routes.length, 'line')}. It comes from: ${shipped.cite}.`
              : 'There is no table for this county, so who prosecutes is unknown for every conviction.'}
          </Typography>
          {shipped ? <RouteLines routes={shipped.routes} problems={{}} /> : null}
        </>
      )}
      {mayChange ? (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          {routing ? (
            <>
              <Button onClick={() => setEditing(routes.length)}>Add a line</Button>
              <Button variant="text" onClick={() => work.setRouting(null)}>
                {shipped ? 'Go back to the table that comes with Clearance' : 'Do without a table'}
              </Button>
            </>
          ) : (
            <Button onClick={() => (shipped ? work.setRouting(shipped) : setEditing(0))}>
              {shipped ? 'Make it the office’s own, to change it' : 'Begin a table'}
            </Button>
          )}
        </Box>
      ) : null}
      {editing === undefined ? null : (
        <RouteDialog
          key={editing}
          place={editing}
          route={routes[editing] ?? emptyLine}
          check={async (route) => {
            const next = [...routes];
            next[editing] = route;
            return work.check({ ...work.draft, routing: { cite: routing?.cite ?? '', routes: next } });
          }}
          onDone={(route) => {
            const next = [...routes];
            next[editing] = route;
            setRoutes(next);
            setEditing(undefined);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Box>
  );
};
