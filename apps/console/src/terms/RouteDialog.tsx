import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import type { AgencyRoute } from '@clearance/contract';
import { useState } from 'react';
import { RefusalError } from '../providers/refusal.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { severityWords } from '../ui/words.ts';
import { problemsAt } from './problems-at.ts';

interface RouteDialogProps {
  /** Which line it is, from 0. */
  readonly place: number;
  readonly route: AgencyRoute;
  /** What would be wrong with the whole if the line were this one. */
  readonly check: (route: AgencyRoute) => Promise<Readonly<Record<string, string>>>;
  readonly onDone: (route: AgencyRoute) => void;
  readonly onClose: () => void;
}

const severities = ['felony', 'misdemeanor', 'infraction'] as const;

/** One line of the routing table. What is wrong stands at its field. */
export const RouteDialog = ({ place, route, check, onDone, onClose }: RouteDialogProps) => {
  const [any, setAny] = useState(route.arresting === 'any');
  const [names, setNames] = useState(route.arresting === 'any' ? '' : route.arresting.join('\n'));
  const [severity, setSeverity] = useState<AgencyRoute['severity']>(route.severity);
  const [agency, setAgency] = useState(route.agency);
  const [from, setFrom] = useState(route.from ?? '');
  const [to, setTo] = useState(route.to ?? '');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalError>();
  const done = async () => {
    const arresting = names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const dates = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
    const next: AgencyRoute = { arresting: any ? 'any' : arresting, severity, agency: agency.trim(), ...dates };
    setBusy(true);
    try {
      const found = problemsAt(await check(next), `routing.routes.${place}`);
      setWrong(found);
      if (Object.keys(found).length === 0) onDone(next);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: string, help?: string) => ({
    error: wrong[name] !== undefined,
    helperText: wrong[name] ?? help,
    fullWidth: true,
  });
  return (
    <ConfirmDialog
      open
      title={`Line ${place + 1}`}
      consequence={
        wrong[''] ? <Box sx={{ color: 'error.main' }}>{wrong['']}.</Box> : 'It counts once the changes are saved.'
      }
      verb="Keep the line"
      busy={busy}
      refusal={refusal}
      onConfirm={() => void done()}
      onClose={onClose}
    >
      <FormControlLabel
        control={<Checkbox checked={any} onChange={(_, on) => setAny(on)} />}
        label="Any arresting agency, also where the file gives none"
      />
      {any ? null : (
        <TextField
          label="Arresting agencies, one on each line"
          multiline
          minRows={3}
          maxRows={8}
          value={names}
          onChange={({ target }) => setNames(target.value)}
          {...field(
            'arresting',
            'Each as the file writes it, such as CAPD BURBANK. Capitals and blanks do not matter.',
          )}
        />
      )}
      <FormControl component="fieldset" error={wrong['severity'] !== undefined} sx={{ display: 'block' }}>
        <FormLabel component="legend">Severity of the conviction</FormLabel>
        <FormGroup row>
          {severities.map((one) => (
            <FormControlLabel
              key={one}
              label={severityWords[one].word}
              control={
                <Checkbox
                  checked={severity.includes(one)}
                  onChange={(_, on) =>
                    setSeverity(severities.filter((it) => (it === one ? on : severity.includes(it))))
                  }
                />
              }
            />
          ))}
        </FormGroup>
        {wrong['severity'] ? <FormHelperText>{wrong['severity']}</FormHelperText> : null}
      </FormControl>
      <TextField
        label="Prosecuting agency"
        value={agency}
        onChange={({ target }) => setAgency(target.value)}
        slotProps={{ htmlInput: { maxLength: 120 } }}
        {...field('agency')}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' }, columnGap: 2 }}>
        <TextField
          label="Convicted from"
          type="date"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          {...field('from', 'Empty: since ever')}
        />
        <TextField
          label="Convicted until"
          type="date"
          value={to}
          onChange={({ target }) => setTo(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          {...field('to', 'Empty: until now')}
        />
      </Box>
    </ConfirmDialog>
  );
};
