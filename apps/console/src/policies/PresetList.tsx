import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { PresetRow } from '@clearance/contract';
import { counted } from '../ui/format.ts';

interface PresetListProps {
  readonly presets: readonly PresetRow[];
  readonly chosen: string;
  /** The digest of the policy in force: under the same name it may say something else. */
  readonly current: string | undefined;
  readonly onChoose: (name: string) => void;
}

/** The policies that can be published. */
export const PresetList = ({ presets, chosen, current, onChoose }: PresetListProps) => (
  <FormControl>
    <FormLabel id="presets" sx={{ mb: 1, fontWeight: 600 }}>
      {counted(presets.length, 'policy', 'policies')} to choose from
    </FormLabel>
    <RadioGroup aria-labelledby="presets" value={chosen} onChange={(_, name) => onChoose(name)}>
      {presets.map(({ name, title, body, digest }) => (
        <FormControlLabel
          key={name}
          value={name}
          control={<Radio size="small" sx={{ py: 0.5 }} />}
          sx={{ alignItems: 'flex-start', mb: 1, mr: 0 }}
          label={
            <Box sx={{ pt: '3px' }}>
              <Box sx={{ fontWeight: name === chosen ? 650 : 500, lineHeight: 1.35 }}>{title}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {counted(body.rules.length, 'rule')}
                {digest === current ? ' · in force now' : ''}
              </Box>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  </FormControl>
);
