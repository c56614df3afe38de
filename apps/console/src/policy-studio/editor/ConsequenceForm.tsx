import Box from '@mui/material/Box';
import { at, removeAt, replaceAt, type Path } from '../model/json-path.ts';
import { ChoiceAt } from './ChoiceAt.tsx';
import { useEditing } from './editing.tsx';
import { TextAt } from './TextAt.tsx';

/** Where a rule leads: the outcome, and with it the agency or the order where the outcome has one. */
export const ConsequenceForm = ({ path }: { readonly path: Path }) => {
  const { policy, vocabulary, change } = useEditing();
  const outcome = at(policy, [...path, 'outcome']);
  const choose = (next: string | undefined) => {
    const kept = next === 'refer' ? policy : removeAt(policy, [...path, 'agency']);
    const bare = next === 'dismiss' || next === 'reduce' ? kept : removeAt(kept, [...path, 'order']);
    change(replaceAt(bare, [...path, 'outcome'], next));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <ChoiceAt path={[...path, 'outcome']} label="Outcome" options={vocabulary.outcomes} onChoose={choose} />
      {outcome === 'refer' ? (
        <TextAt
          path={[...path, 'agency']}
          label="Agency"
          hint="Left empty: whoever prosecutes there by the county's table."
          optional
        />
      ) : null}
      {outcome === 'dismiss' || outcome === 'reduce' ? (
        <ChoiceAt
          path={[...path, 'order']}
          label="Order to ask for"
          options={vocabulary.orders}
          none="Not said: the usual one"
        />
      ) : null}
    </Box>
  );
};
