import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { SampleItem as Item } from '@clearance/contract';
import { number } from '../../ui/format.ts';
import { SampleItem } from './SampleItem.tsx';

interface SampleItemsProps {
  readonly items: readonly Item[];
  readonly currentId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** More than the largest usual sample; of thousands against the policy a browser shows so many at a time. */
const PAGE = 300;

/** What was drawn, one below the other, each with what was found in it. A long one is shown in parts, at first where one is. */
export const SampleItems = ({ items, currentId, onOpen }: SampleItemsProps) => {
  const [turned, setTurned] = useState<{ from: string | undefined; page: number }>();
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === currentId),
  );
  // Whoever goes on to another record is shown where that one is.
  const page = turned && turned.from === currentId ? turned.page : Math.floor(at / PAGE);
  const turn = (by: number) => setTurned({ from: currentId, page: page + by });
  const first = page * PAGE;
  const shown = items.slice(first, first + PAGE);
  const last = first + shown.length;
  return (
    <>
      {items.length > PAGE ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5, fontSize: '0.875rem' }}>
          <span className="figures">
            {number(first + 1)} to {number(last)} of {number(items.length)}
          </span>
          <Button size="small" disabled={first === 0} onClick={() => turn(-1)}>
            Earlier
          </Button>
          <Button size="small" disabled={last === items.length} onClick={() => turn(1)}>
            Later
          </Button>
        </Box>
      ) : null}
      <Box
        component="ol"
        start={first + 1}
        onClick={({ target }) => {
          const row = target instanceof Element ? target.closest('[data-row]') : null;
          const id = row?.getAttribute('data-row');
          if (id) onOpen(id);
        }}
        sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
      >
        {shown.map((item) => (
          <SampleItem key={item.id} item={item} current={item.id === currentId} />
        ))}
      </Box>
    </>
  );
};
