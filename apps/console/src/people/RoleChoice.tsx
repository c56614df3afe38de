import { countyRoles, roles, type Role } from '@clearance/contract';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { roleWords } from '../ui/words.ts';

interface RoleChoiceProps {
  readonly id?: string;
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly problem?: string | undefined;
}

/** The county's roles to tick, each with what it is for. */
export const RoleChoice = ({ id, value, onChange, problem }: RoleChoiceProps) => (
  <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 2, minWidth: 0 }}>
    <Box component="legend" sx={{ fontWeight: 600, mb: 0.5, p: 0 }}>
      Roles
    </Box>
    {problem ? <Box sx={{ color: 'error.main', fontSize: '0.875rem' }}>{problem}</Box> : null}
    {countyRoles.map((role, index) => (
      <FormControlLabel
        key={role}
        sx={{ display: 'flex', alignItems: 'flex-start', mb: 1, mr: 0 }}
        control={
          <Checkbox
            {...(index === 0 && id ? { id } : {})}
            sx={{ py: 0.25 }}
            checked={value.includes(role)}
            onChange={(_, ticked) =>
              onChange(countyRoles.filter((one) => (one === role ? ticked : value.includes(one))))
            }
          />
        }
        label={
          <>
            <Box component="span" sx={{ display: 'block', fontWeight: 550 }}>
              {roleWords[role]}
            </Box>
            <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', color: 'text.secondary' }}>
              {roles[role]}
            </Box>
          </>
        }
      />
    ))}
  </Box>
);
