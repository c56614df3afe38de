import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import ExpandLess from '@mui/icons-material/ExpandLess';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { counted } from '../../ui/format.ts';
import { useEditing } from '../editor/editing.tsx';
import { FieldSays } from '../editor/FieldSays.tsx';
import { ProblemCount } from '../editor/ProblemCount.tsx';
import { fieldId } from '../model/json-path.ts';
import { listTitle, rulesAsking, withoutList } from '../model/lists.ts';
import { problemsWithin } from '../model/problems.ts';
import { ListForm } from './ListForm.tsx';

interface ListCardProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemoved: (title: string) => void;
}

/** One list of statutes: what it is called, how long it is, which rules ask for it; opened, its form. */
export const ListCard = ({ name, isOpen, onToggle, onRemoved }: ListCardProps) => {
  const { policy, problems, change } = useEditing();
  const path = ['lists', name];
  const list = policy.lists[name];
  const title = listTitle(policy, name);
  const asking = rulesAsking(policy, name);
  const isScope = policy.scope.statutes === name;
  const used = [
    isScope ? 'the scope' : '',
    asking.length > 0 ? `${asking.length === 1 ? 'rule' : 'rules'} ${asking.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' and ');
  if (!list) return null;
  return (
    <Box
      component="li"
      id={fieldId(path)}
      tabIndex={-1}
      aria-label={`List of ${title}`}
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        backgroundColor: palette.look.paper,
        p: { xs: 1.5, sm: 2 },
        mb: 1,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontWeight: 600 }}>{title.charAt(0).toUpperCase() + title.slice(1)}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {counted(list.entries.length, 'statute')} · {used ? `asked for by ${used}` : 'no rule asks for it'}
          </Box>
          {list.cite ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{list.cite}</Box> : null}
        </Box>
        <ProblemCount problems={problemsWithin(problems, path)} />
      </Box>
      <FieldSays path={path} />
      <Box className="no-print" sx={{ display: 'flex', gap: 0.25, ml: -0.75 }}>
        <Button
          size="small"
          variant="text"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : 'Edit'} the list of ${title}`}
          startIcon={isOpen ? <ExpandLess /> : <EditOutlined />}
          onClick={onToggle}
        >
          {isOpen ? 'Close' : 'Edit'}
        </Button>
        {used ? null : (
          <Button
            size="small"
            variant="text"
            aria-label={`Remove the list of ${title}`}
            startIcon={<DeleteOutlined />}
            onClick={() => {
              change(withoutList(policy, name));
              onRemoved(title);
            }}
          >
            Remove
          </Button>
        )}
      </Box>
      {isOpen ? <ListForm name={name} list={list} /> : null}
    </Box>
  );
};
