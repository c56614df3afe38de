import Box from '@mui/material/Box';
import { useMe } from '../providers/me.ts';
import { countyName, rolesInWords } from '../ui/words.ts';

/** Where one is and as what: the county's name and the roles one acts in, always in sight. */
export const Place = () => {
  const me = useMe();
  if (!me) return null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontWeight: 650, lineHeight: 1.3 }}>
        {me.county.kind === 'county' ? `${countyName(me.county.name)} County` : me.county.name}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', lineHeight: 1.35 }}>{rolesInWords(me.roles)}</Box>
    </Box>
  );
};
