import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import type { Permission, Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useCan } from '../providers/me.ts';

/** Leads a new county through its first steps; gone once all are done. */
export const Checklist = ({ steps }: { readonly steps: Stats['checklist'] }) => {
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <Box
      component="section"
      aria-labelledby="checklist-title"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, backgroundColor: 'background.paper', p: 2.5 }}
    >
      <Typography variant="h2" id="checklist-title">
        {steps.some(({ done }) => done) ? 'Setting up: what comes next' : 'Start here'}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>
        {steps.filter(({ done }) => done).length} of {steps.length} steps are done.
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step) => (
          <Box
            component="li"
            key={step.key}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              minHeight: 44,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            {step.done ? (
              <CheckCircle titleAccess="Done" sx={{ color: 'success.main' }} />
            ) : (
              <RadioButtonUnchecked titleAccess="To do" sx={{ color: 'text.secondary' }} />
            )}
            <Box
              sx={{
                flex: 1,
                color: step.done ? 'text.secondary' : 'text.primary',
                fontWeight: step === next ? 600 : 400,
              }}
            >
              {step.says}
            </Box>
            {step.done ? null : <Go step={step} next={step === next} />}
          </Box>
        ))}
      </Box>
    </Box>
  );
};

/** Whose step it is: nobody is sent to a page that is not for her roles. */
const permissionOf: Readonly<Record<string, Permission>> = {
  staff: 'invite member',
  policy: 'publish policy',
  file: 'create import',
  review: 'recommend conviction',
  approve: 'approve conviction',
};

const Go = ({ step, next }: { readonly step: Stats['checklist'][number]; readonly next: boolean }) => {
  const mine = useCan(permissionOf[step.key] ?? 'read stats');
  if (!mine) return <Typography sx={{ color: 'text.secondary' }}>Not for your roles</Typography>;
  return (
    <Button
      component={Link}
      to={step.to}
      size="small"
      variant={next ? 'contained' : 'text'}
      aria-label={`Go: ${step.says}`}
    >
      Go
    </Button>
  );
};
