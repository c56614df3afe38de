import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { QueueView } from './address.ts';

interface ViewToggleProps {
  readonly view: QueueView;
  readonly words?: Readonly<Record<QueueView, string>>;
  readonly onChange: (view: QueueView) => void;
}

/** Two looks at the same set. */
export const ViewToggle = ({ view, words = { groups: 'Groups', list: 'List' }, onChange }: ViewToggleProps) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    aria-label="View"
    value={view}
    onChange={(_event, next: QueueView | null) => next && onChange(next)}
  >
    <ToggleButton value="groups" sx={{ px: 2, py: 0.5 }}>
      {words.groups}
    </ToggleButton>
    <ToggleButton value="list" sx={{ px: 2, py: 0.5 }}>
      {words.list}
    </ToggleButton>
  </ToggleButtonGroup>
);
