import Box from '@mui/material/Box';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { ruleOutcome } from '../../policies/rule-outcome.ts';
import { fieldId } from '../model/json-path.ts';
import { problemsWithin } from '../model/problems.ts';
import { ConsequenceForm } from './ConsequenceForm.tsx';
import { useEditing } from './editing.tsx';
import { FieldSays } from './FieldSays.tsx';
import { ProblemCount } from './ProblemCount.tsx';
import { RuleSentenceText } from './RuleSentenceText.tsx';
import { ConfirmAt } from './ConfirmAt.tsx';
import { TextAt } from './TextAt.tsx';

const path = ['otherwise'];

/** What happens where no rule applies. */
export const OtherwiseForm = () => {
  const { policy, problems } = useEditing();
  const { otherwise } = policy;
  return (
    <Box
      id={fieldId(path)}
      tabIndex={-1}
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        backgroundColor: palette.look.paper,
        p: { xs: 1.5, sm: 2 },
        display: 'grid',
        gap: 1.5,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <RuleSentenceText id="otherwise" title={otherwise.title} cite={otherwise.cite} />
        <Box sx={{ display: 'flex', gap: 0.75 }}>
          <ProblemCount problems={problemsWithin(problems, path)} />
          <StatusChip {...ruleOutcome(otherwise.then.outcome)} />
        </Box>
      </Box>
      <FieldSays path={path} />
      <FieldSays path={[...path, 'then']} />
      <TextAt path={[...path, 'title']} label="Reason, as one sentence" multiline />
      <ConsequenceForm path={[...path, 'then']} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <TextAt path={[...path, 'cite']} label="Citation" />
        <TextAt
          path={[...path, 'legalBasis']}
          label="Legal basis of its own"
          hint="Left empty: that of the policy."
          optional
        />
      </Box>
      <ConfirmAt path={path} />
    </Box>
  );
};
