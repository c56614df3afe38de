import Button from '@mui/material/Button';
import type { UnknownFact } from '../record/fact-words.ts';
import type { FactsWork } from './use-facts.ts';

/** Leads to the form of a missing fact; absent where only the record itself can tell. */
export const EnterButton = ({ fact, facts }: { readonly fact: UnknownFact; readonly facts: FactsWork }) => {
  const asked = facts.askedFor(fact);
  if (!asked || !facts.mayEnter) return null;
  return (
    <Button className="no-print" size="small" variant="outlined" sx={{ mt: 0.5 }} onClick={() => facts.ask(asked)}>
      Enter this fact
    </Button>
  );
};
