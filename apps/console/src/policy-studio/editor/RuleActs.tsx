import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import ContentCopy from '@mui/icons-material/ContentCopy';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import ExpandLess from '@mui/icons-material/ExpandLess';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

export interface RuleDoes {
  readonly toggle: () => void;
  /** By so many places; up where negative. */
  readonly move: (by: number) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
}

interface RuleActsProps {
  readonly index: number;
  readonly last: boolean;
  readonly isOpen: boolean;
  readonly does: RuleDoes;
}

/** What can be done with a rule; each button says which rule it is about. */
export const RuleActs = ({ index, last, isOpen, does }: RuleActsProps) => {
  const rule = `rule ${index + 1}`;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.25, ml: -0.75 }}>
      <Button
        size="small"
        variant="text"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Close' : 'Edit'} ${rule}`}
        startIcon={isOpen ? <ExpandLess /> : <EditOutlined />}
        onClick={does.toggle}
      >
        {isOpen ? 'Close' : 'Edit'}
      </Button>
      <Button
        size="small"
        variant="text"
        aria-label={`Move up ${rule}`}
        aria-keyshortcuts="Alt+ArrowUp"
        startIcon={<ArrowUpward />}
        disabled={index === 0}
        onClick={() => does.move(-1)}
      >
        Move up
      </Button>
      <Button
        size="small"
        variant="text"
        aria-label={`Move down ${rule}`}
        aria-keyshortcuts="Alt+ArrowDown"
        startIcon={<ArrowDownward />}
        disabled={last}
        onClick={() => does.move(1)}
      >
        Move down
      </Button>
      <Button
        size="small"
        variant="text"
        aria-label={`Duplicate ${rule}`}
        startIcon={<ContentCopy />}
        onClick={does.duplicate}
      >
        Duplicate
      </Button>
      <Button
        size="small"
        variant="text"
        aria-label={`Remove ${rule}`}
        startIcon={<DeleteOutlined />}
        onClick={does.remove}
      >
        Remove
      </Button>
    </Box>
  );
};
