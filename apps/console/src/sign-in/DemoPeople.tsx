import type { DemoPerson } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[];
  readonly onUse: (person: DemoPerson) => void;
}

/** On demonstrations only: whom one can sign in as. All of it is invented. */
export const DemoPeople = ({ people, onUse }: DemoPeopleProps) => (
  <Box component="section" aria-labelledby="demo-title" sx={{ mb: 2 }}>
    <Typography variant="h2" id="demo-title">
      This is a demonstration
    </Typography>
    <Typography sx={{ color: 'text.secondary', mb: 1 }}>
      Every person and every record here is invented. Try the work as one of these:
    </Typography>
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {people.map((person) => (
        <Box
          component="li"
          key={person.email}
          sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>{person.name}</Box>
            <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{person.says}</Box>
          </Box>
          <Button size="small" aria-label={`Use ${person.name}`} onClick={() => onUse(person)}>
            Use
          </Button>
        </Box>
      ))}
    </Box>
  </Box>
);
