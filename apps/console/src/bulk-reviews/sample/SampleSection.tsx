import { useState } from 'react';
import type { Sample } from '@clearance/contract';
import { useCursor } from '../../convictions/use-cursor.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { DefectDialog } from './DefectDialog.tsx';
import { SampleDesk } from './SampleDesk.tsx';
import { SampleOverview } from './SampleOverview.tsx';
import type { SampleWork } from './use-sample.ts';
import type { Ways } from './WholeLook.tsx';

interface SampleSectionProps {
  readonly sample: Sample;
  readonly work: SampleWork;
  /** The one whose record is open; then the sample has the page to itself. */
  readonly opened: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly ways: Ways;
}

/** The sample, looked at one after another by keyboard: in the page as a list, or with each record beside it. */
export const SampleSection = ({ sample, work, opened, onOpen: open, ways }: SampleSectionProps) => {
  const { items } = sample;
  const [wrong, setWrong] = useState<string>();
  const [moved, setMoved] = useState<string>();
  const [shownId, setShownId] = useState<string>();
  // Whoever comes back to a record has to have it on the screen again.
  const onOpen = (id: string | undefined) => {
    setShownId(undefined);
    open(id);
  };
  const todo = items.filter(({ finding }) => finding === null);
  const cursor = useCursor(
    items.map(({ id }) => id),
    'of the sample',
    { at: opened ?? moved ?? todo[0]?.id, onMove: (id) => (opened ? onOpen(id) : setMoved(id)) },
  );
  const current = items[cursor.index];
  const unseen = sample.state === 'open' && current?.finding === null;
  // A finding is about a record that stood on the screen; a key pressed twice must not say something of the next one.
  const shown = opened !== undefined && shownId === current?.id;
  const next =
    items.slice(cursor.index + 1).find(({ finding }) => finding === null) ?? todo.find(({ id }) => id !== current?.id);
  const good = async () => {
    if (!current || !unseen || !shown || work.busy || !(await work.find(current.id, 'good'))) return;
    setMoved(next?.id);
    onOpen(next?.id);
  };
  const wrongItem = items.find(({ id }) => id === wrong);
  useShortcuts(
    [
      ...(unseen && opened
        ? [
            {
              key: 'g',
              says: 'Good: nothing is wrong with it, once it has stood there for a moment; held down, it marks only one',
              run: () => void good(),
            },
            {
              key: 'b',
              says: 'Defect: something is wrong with it',
              run: () => {
                if (shown) setWrong(current.id);
              },
            },
          ]
        : []),
      ...(opened && next ? [{ key: 'n', says: 'Next one not looked at', run: () => onOpen(next.id) }] : []),
      ...(current && !opened ? [{ key: 'Enter', says: 'Open the record', run: () => onOpen(current.id) }] : []),
      ...(opened ? [{ key: 'Escape', says: 'Back to the set', run: () => onOpen(undefined) }] : []),
    ],
    items.length > 0,
  );
  const acts = {
    unseen,
    shown,
    busy: work.busy,
    onGood: () => void good(),
    onDefect: () => setWrong(current?.id),
  };
  return (
    <>
      {opened && current ? (
        <SampleDesk
          sample={sample}
          current={current}
          acts={acts}
          onOpen={onOpen}
          onShown={setShownId}
          refusal={work.refusal}
        />
      ) : (
        <SampleOverview sample={sample} work={work} ways={ways} currentId={current?.id} onOpen={onOpen} />
      )}
      {wrongItem ? (
        <DefectDialog
          item={wrongItem}
          busy={work.busy}
          refusal={work.refusal}
          onClose={() => setWrong(undefined)}
          onFind={(note) =>
            void work.find(wrongItem.id, 'defect', note).then((taken) => {
              if (!taken) return;
              setWrong(undefined);
              onOpen(undefined);
            })
          }
        />
      ) : null}
    </>
  );
};
