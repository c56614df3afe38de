import FormControlLabel from '@mui/material/FormControlLabel';
import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';

interface PublishSwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** For publication: figures under eleven are not told, on the page, on paper and in the files. */
export const PublishSwitch = ({ on, onChange }: PublishSwitchProps) => (
  <Box>
    <FormControlLabel
      className="no-print"
      sx={{ ml: -0.5 }}
      control={<Switch checked={on} onChange={(_event, now) => onChange(now)} />}
      label="For publication: show figures from 1 to 10 as “fewer than 11”, here, on paper and in the CSV"
    />
    {on ? (
      <Box sx={{ display: 'none', '@media print': { display: 'block', fontSize: '0.8125rem' } }}>
        Figures from 1 to 10 are shown as “fewer than 11”, so that nobody can be told from them.
      </Box>
    ) : null}
  </Box>
);
