import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEditing } from '../editor/editing.tsx';
import { FieldSays } from '../editor/FieldSays.tsx';
import { blankList, listName, withList } from '../model/lists.ts';
import { ListCard } from './ListCard.tsx';

interface ListsEditorProps {
  /** Names of the lists that are open. */
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
  readonly onSaid: (words: string) => void;
  /** The day that a new list says it was checked on. */
  readonly today: string;
}

/** The lists of statutes that the rules name. They are part of the policy: a list that changes is another policy. */
export const ListsEditor = ({ open, onOpen, onSaid, today }: ListsEditorProps) => {
  const { policy, change } = useEditing();
  const toggle = (name: string) =>
    onOpen(new Set(open.has(name) ? [...open].filter((one) => one !== name) : [...open, name]));
  return (
    <>
      <FieldSays path={['lists']} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {Object.keys(policy.lists).map((name) => (
          <ListCard
            key={name}
            name={name}
            isOpen={open.has(name)}
            onToggle={() => toggle(name)}
            onRemoved={(title) => onSaid(`The list “${title}” was removed.`)}
          />
        ))}
      </Box>
      <Button
        startIcon={<Add />}
        onClick={() => {
          const name = listName(crypto.randomUUID());
          change(withList(policy, name, blankList(today)));
          onOpen(new Set([...open, name]));
          onSaid('A new list stands at the end.');
        }}
      >
        Add a list
      </Button>
    </>
  );
};
