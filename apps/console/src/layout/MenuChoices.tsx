import Check from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';

interface MenuChoicesProps<T extends string> {
  readonly label: string;
  readonly value: T;
  /** Each choice with its word. */
  readonly choices: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}

/** A few choices of which one holds, inside a menu. */
export const MenuChoices = <T extends string>({ label, value, choices, onChoose }: MenuChoicesProps<T>) => (
  <Box component="li" role="none">
    <Box role="group" aria-label={label}>
      <Box aria-hidden sx={{ px: 2, pt: 0.75, fontSize: '0.8125rem', color: 'text.secondary' }}>
        {label}
      </Box>
      {(Object.entries(choices) as [T, string][]).map(([choice, word]) => (
        <MenuItem
          key={choice}
          component="div"
          role="menuitemradio"
          aria-checked={choice === value}
          onClick={() => onChoose(choice)}
        >
          <Box component="span" sx={{ width: 26, display: 'flex' }}>
            {choice === value ? <Check aria-hidden sx={{ fontSize: 18 }} /> : null}
          </Box>
          {word}
        </MenuItem>
      ))}
    </Box>
  </Box>
);
