import Box from '@mui/material/Box';
import { useEffect, type ReactNode } from 'react';
import { EnterButton } from '../facts/EnterButton.tsx';
import { EnteredFacts } from '../facts/EnteredFacts.tsx';
import { FactDialogs } from '../facts/FactDialogs.tsx';
import { useFacts } from '../facts/use-facts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { TechnicalDetails } from '../ui/TechnicalDetails.tsx';
import { Acts } from './Acts.tsx';
import { DecideBar } from './DecideBar.tsx';
import { DeterminationSentence } from './DeterminationSentence.tsx';
import { Earlier } from './Earlier.tsx';
import { recordLayout } from './record-layout.ts';
import { RecordHead } from './RecordHead.tsx';
import { Siblings } from './Siblings.tsx';
import { SourceFocusProvider } from './source-focus.tsx';
import { Timeline } from './Timeline.tsx';
import type { Parts } from './line-words.ts';
import type { Deciding } from './use-deciding.ts';
import { useRecord } from './use-record.ts';
import { Who } from './Who.tsx';
import { Why } from './Why.tsx';

/** Nobody has seen what was on the screen for less: it is how long two quick presses of a key are apart. */
const LOOKED_MS = 400;

/** Until the person is there. */
const NO_PARTS: Parts = [];

interface RecordProps {
  readonly id: string;
  /** Absent where the record is only looked at. */
  readonly deciding?: Deciding;
  /** False where the keys of the page rest, in a drawer. */
  readonly keys?: boolean;
  /** Buttons beside the name. */
  readonly actions?: ReactNode;
  /** Told once all of it has been on the screen for a moment, as the server has it now. */
  readonly onShown?: (id: string) => void;
}

/** One record, for the page of its own and for the pane beside a list: it lays itself out by the room it has. */
export const Record = ({ id, deciding, keys = true, actions, onShown }: RecordProps) => {
  const { conviction, trace, person } = useRecord(id);
  const facts = useFacts(id);
  const shown = conviction.isSuccess && trace.data !== undefined && person.isSuccess && !person.isFetching;
  useEffect(() => {
    if (!shown || !onShown) return undefined;
    const timer = setTimeout(() => onShown(id), LOOKED_MS);
    return () => clearTimeout(timer);
  }, [shown, id, onShown]);
  const row = conviction.data;
  if (conviction.error) return <Problem error={conviction.error} again={() => void conviction.refetch()} />;
  if (!row) return <SkeletonRows rows={10} height={44} />;
  const determination = trace.data?.determination;
  return (
    <SourceFocusProvider key={id} parts={person.data?.parts ?? NO_PARTS}>
      <Box sx={recordLayout}>
        <RecordHead conviction={row} actions={actions} />
        <div className="record-body">
          <div className="record-who">
            <Who person={person.data} flags={row.flags} raised={trace.data?.flagRows} />
          </div>
          <div className="record-why">
            {trace.error ? <Problem error={trace.error} again={() => void trace.refetch()} /> : null}
            {trace.isPending && !trace.error ? <SkeletonRows rows={4} /> : null}
            {trace.data && determination ? (
              <DeterminationSentence
                view={trace.data}
                determination={determination}
                act={(fact) => <EnterButton fact={fact} facts={facts} />}
              />
            ) : null}
            {trace.data && !determination ? (
              <EmptyState title="Not evaluated yet">
                The policy has not looked at this conviction. That happens by itself after an import, and when a policy
                is published.
              </EmptyState>
            ) : null}
            <EnteredFacts facts={facts} />
            {deciding ? <DecideBar row={row} deciding={deciding} keys={keys} /> : null}
            {trace.data && determination ? (
              <Why key={determination.convictionKey} conviction={row} view={trace.data} determination={determination} />
            ) : null}
            <Acts acts={row.acts} />
            {trace.data ? <Earlier earlier={trace.data.earlier} decidedAt={trace.data.decidedAt} /> : null}
            <TechnicalDetails>
              <div>Conviction {row.id}</div>
              <div>Version {row.version}</div>
              <div>Digest of the history {row.historyDigest}</div>
              {trace.data?.historyDigest && trace.data.historyDigest !== row.historyDigest ? (
                <div>Digest of the history that it was determined on {trace.data.historyDigest}</div>
              ) : null}
            </TechnicalDetails>
          </div>
          <div className="record-history">
            <Timeline
              person={person.data}
              error={person.error}
              again={() => void person.refetch()}
              convictionId={row.id}
            />
          </div>
          <div className="record-others">
            <Siblings siblings={row.siblings} />
          </div>
        </div>
      </Box>
      <FactDialogs row={row} facts={facts} />
    </SourceFocusProvider>
  );
};
