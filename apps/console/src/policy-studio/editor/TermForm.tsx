import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { fieldId, removeAt, replaceAt, type Path } from '../model/json-path.ts';
import { negated } from '../model/conditions.ts';
import type { Condition, Term } from '../model/policy.ts';
import { fieldsShown, retermed } from '../model/terms.ts';
import { ChoiceAt } from './ChoiceAt.tsx';
import { useEditing } from './editing.tsx';
import { FieldSays } from './FieldSays.tsx';
import { TermField } from './TermField.tsx';

interface TermFormProps {
  /** Of the term, or of the "not" around it. */
  readonly path: Path;
  readonly term: Term;
  readonly isNegated: boolean;
}

/** One question that a conviction answers, with what is asked, what it has to be, and what a missing fact does. */
export const TermForm = ({ path, term, isNegated }: TermFormProps) => {
  const { policy, vocabulary, change } = useEditing();
  const inner = isNegated ? [...path, 'not'] : path;
  const kind = vocabulary.terms.find((one) => one.term === term.term);
  const setCondition = (at: Path, next: Condition) => change(replaceAt(policy, at, next));
  return (
    <Box id={fieldId(inner)} tabIndex={-1} sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '2fr 1fr' } }}>
        <TextField
          select
          label="What is asked"
          margin="none"
          value={term.term}
          onChange={({ target }) => {
            const next = vocabulary.terms.find((one) => one.term === target.value);
            if (next) setCondition(inner, retermed(term, kind, next, policy));
          }}
        >
          {kind ? null : <MenuItem value={term.term}>A question that this version does not know</MenuItem>}
          {vocabulary.terms.map((one) => (
            <MenuItem key={one.term} value={one.term}>
              {one.label}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label="The answer has to be"
          margin="none"
          value={isNegated ? 'no' : 'yes'}
          onChange={() => setCondition(path, negated(isNegated ? { not: term } : term))}
        >
          <MenuItem value="yes">Yes</MenuItem>
          <MenuItem value="no">No</MenuItem>
        </TextField>
      </Box>
      <FieldSays path={inner} />
      {kind && kind.fields.length > 0 ? (
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(200px, 1fr))' },
          }}
        >
          {fieldsShown(kind, term).map((field) => (
            <Box key={field.name} sx={{ minWidth: 0, display: 'grid' }}>
              <TermField path={[...inner, field.name]} field={field} />
              {field.instead ? (
                <Button
                  size="small"
                  variant="text"
                  sx={{ justifySelf: 'start' }}
                  onClick={() => {
                    const without = removeAt(policy, [...inner, field.name]);
                    change(replaceAt(without, [...inner, field.instead ?? ''], ''));
                  }}
                >
                  Say it as “{kind.fields.find(({ name }) => name === field.instead)?.label}”
                </Button>
              ) : null}
            </Box>
          ))}
        </Box>
      ) : null}
      <ChoiceAt
        path={[...inner, 'unknown']}
        label="Where the record does not say"
        options={vocabulary.unknown.filter(({ value }) => value !== 'review')}
        none={vocabulary.unknown.find(({ value }) => value === 'review')?.label ?? 'A person reviews it'}
      />
    </Box>
  );
};
