import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { together, togetherWords, type groupOf, type Together } from '../model/groups.ts';
import { fieldId, insertAt, replaceAt, type Path } from '../model/json-path.ts';
import type { Condition } from '../model/policy.ts';
import { termFrom } from '../model/terms.ts';
import { ConditionForm } from './ConditionForm.tsx';
import { useEditing } from './editing.tsx';
import { FieldSays } from './FieldSays.tsx';

interface GroupFormProps {
  readonly path: Path;
  readonly group: NonNullable<ReturnType<typeof groupOf>>;
}

const ways = Object.entries(togetherWords) as readonly (readonly [Together, string])[];

/** Several conditions and how they are taken together. */
export const GroupForm = ({ path, group }: GroupFormProps) => {
  const { policy, vocabulary, change } = useEditing();
  const inner = [...path, ...group.path];
  const [first] = vocabulary.terms;
  const add = (part: Condition) => change(insertAt(policy, inner, group.parts.length, part));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        select
        id={fieldId(inner)}
        label="Holds when"
        margin="none"
        value={group.together}
        onChange={({ target }) => change(replaceAt(policy, path, together(target.value as Together, group.parts)))}
        sx={{ maxWidth: 320 }}
      >
        {ways.map(([value, words]) => (
          <MenuItem key={value} value={value}>
            {words}
          </MenuItem>
        ))}
      </TextField>
      <FieldSays path={path} />
      <FieldSays path={inner} />
      {group.parts.length === 0 ? (
        <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
          {group.together === 'all' || group.together === 'none'
            ? 'Nothing is asked: this holds for every conviction.'
            : 'Nothing is asked: this never holds.'}
        </Box>
      ) : null}
      {group.parts.map((_, index) => (
        <ConditionForm key={index} path={[...inner, index]} inGroup={`Condition ${index + 1}`} />
      ))}
      {first ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button size="small" startIcon={<Add />} onClick={() => add(termFrom(first, policy))}>
            Add a condition
          </Button>
          <Button size="small" variant="text" onClick={() => add({ any: [termFrom(first, policy)] })}>
            Add a group
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};
