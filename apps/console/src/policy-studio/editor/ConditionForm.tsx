import Add from '@mui/icons-material/Add';
import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { groupOf } from '../model/groups.ts';
import { at, removeAt, replaceAt, type Path } from '../model/json-path.ts';
import { shapeOf, withPart } from '../model/conditions.ts';
import type { Condition, Term } from '../model/policy.ts';
import { termFrom } from '../model/terms.ts';
import { useEditing } from './editing.tsx';
import { GroupForm } from './GroupForm.tsx';
import { TermForm } from './TermForm.tsx';

interface ConditionFormProps {
  readonly path: Path;
  /** Inside a group: can be taken out of it. The words name it for the button. */
  readonly inGroup?: string;
}

/** A condition: one question, or a group of them, in groups as deep as one likes. */
export const ConditionForm = ({ path, inGroup }: ConditionFormProps) => {
  const { policy, vocabulary, change } = useEditing();
  const condition = at(policy, path) as Condition;
  const group = groupOf(condition);
  const denied = 'not' in condition ? condition.not : undefined;
  const term = shapeOf(denied ?? condition) === 'term' ? ((denied ?? condition) as Term) : undefined;
  const first = vocabulary.terms[0];
  return (
    <Box
      role="group"
      aria-label={inGroup ?? 'Condition'}
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        p: 1.5,
        backgroundColor: group ? palette.look.page : palette.look.paper,
        display: 'grid',
        gap: 1,
        minWidth: 0,
      })}
    >
      {inGroup ? (
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: '0.8125rem' }}>
          <Box sx={{ color: 'text.secondary', fontWeight: 600 }}>{inGroup}</Box>
          <Button
            size="small"
            variant="text"
            startIcon={<Close />}
            aria-label={`Remove ${inGroup.toLowerCase()}`}
            onClick={() => change(removeAt(policy, path))}
          >
            Remove
          </Button>
        </Box>
      ) : null}
      {group ? <GroupForm path={path} group={group} /> : null}
      {term ? <TermForm path={path} term={term} isNegated={denied !== undefined} /> : null}
      {!group && !term ? (
        <>
          <Box sx={{ fontWeight: 600 }}>It is not so that</Box>
          <ConditionForm path={[...path, 'not']} />
        </>
      ) : null}
      {!group && !inGroup && first ? (
        <Box>
          <Button
            size="small"
            startIcon={<Add />}
            onClick={() => change(replaceAt(policy, path, withPart(condition, termFrom(first, policy))))}
          >
            Ask something more
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};
