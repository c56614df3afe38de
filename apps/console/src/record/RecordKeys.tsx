import type { ConvictionRow } from '@clearance/contract';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { choicesFor, choiceWords } from './choices.ts';
import type { Deciding } from './use-deciding.ts';
import { useRights } from './use-rights.ts';

interface RecordKeysProps {
  readonly row: ConvictionRow | undefined;
  readonly deciding: Deciding;
}

/** The keys that decide the conviction one stands on. Only those that would do something are there. */
export const RecordKeys = ({ row, deciding }: RecordKeysProps) => {
  const rights = useRights();
  const choices = row ? choicesFor(row, rights) : [];
  useShortcuts(
    choices.map((choice) => ({
      key: choiceWords[choice].key,
      says: choiceWords[choice].verb,
      run: () => {
        if (row) deciding.decide(row, choice);
      },
    })),
    choices.length > 0,
  );
  return null;
};
