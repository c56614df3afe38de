import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { Path } from '../model/json-path.ts';
import type { Option } from './ChoiceAt.tsx';
import { useField } from './editing.tsx';

interface ManyAtProps {
  readonly path: Path;
  readonly label: string;
  readonly options: readonly Option[];
  /** None ticked: the field is not there, which the hint explains. */
  readonly optional: boolean;
}

/** Any of several values of the policy, kept in the order in which they are offered. */
export const ManyAt = ({ path, label, options, optional }: ManyAtProps) => {
  const { id, value, says, isWrong, set } = useField(path);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (option: string) => {
    const next = options.map((one) => one.value).filter((one) => (one === option) !== chosen.includes(one));
    set(optional && next.length === 0 ? undefined : next);
  };
  return (
    <FormControl component="fieldset" error={isWrong} margin="none" id={id} tabIndex={-1}>
      <FormLabel component="legend" sx={{ fontSize: '0.8125rem' }}>
        {label}
      </FormLabel>
      <FormGroup row>
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            label={option.label}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.25 }}
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText sx={{ mx: 0 }}>
        {says.length > 0 ? says.join(' ') : optional && chosen.length === 0 ? 'None ticked: all of them.' : ''}
      </FormHelperText>
    </FormControl>
  );
};
