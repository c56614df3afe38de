import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Path } from '../model/json-path.ts';
import { ConditionForm } from './ConditionForm.tsx';
import { ConsequenceForm } from './ConsequenceForm.tsx';
import { FieldSays } from './FieldSays.tsx';
import { ConfirmAt } from './ConfirmAt.tsx';
import { TextAt } from './TextAt.tsx';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
    <Typography variant="h3" sx={{ fontSize: '0.9375rem' }}>
      {title}
    </Typography>
    {children}
  </Box>
);

/** One rule, opened: what people read, when it applies, where it leads, on what law, and from when to when. */
export const RuleForm = ({ path }: { readonly path: Path }) => (
  <Box sx={{ display: 'grid', gap: 2, pt: 1.5, minWidth: 0 }}>
    <TextAt
      path={[...path, 'title']}
      label="Reason, as one sentence"
      hint="People read it on every conviction that this rule decides."
      multiline
    />
    <Part title="When">
      <FieldSays path={[...path, 'when']} />
      <ConditionForm path={[...path, 'when']} />
    </Part>
    <Part title="Then">
      <FieldSays path={[...path, 'then']} />
      <ConsequenceForm path={[...path, 'then']} />
    </Part>
    <Part title="On what law">
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <TextAt path={[...path, 'cite']} label="Citation" hint="Such as HS 11361.8(e), (f)." />
        <TextAt
          path={[...path, 'legalBasis']}
          label="Legal basis of its own"
          hint="Left empty: that of the policy."
          optional
        />
      </Box>
      <ConfirmAt path={path} />
    </Part>
    <Part title="In force">
      <FieldSays path={[...path, 'effective']} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <TextAt path={[...path, 'effective', 'from']} label="From" type="date" hint="Left empty: always." optional />
        <TextAt path={[...path, 'effective', 'to']} label="To, that day included" type="date" optional />
      </Box>
    </Part>
  </Box>
);
