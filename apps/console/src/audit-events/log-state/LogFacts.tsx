import Box from '@mui/material/Box';
import type { AuditLogState } from '@clearance/contract';
import { Ago } from '../../ui/DateText.tsx';
import { counted, number } from '../../ui/format.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { Fact, Facts } from '../entry/Fact.tsx';
import { deliveriesInWords } from './delivery-words.ts';
import { PublicKey } from './PublicKey.tsx';

const entries = (count: number) => counted(count, 'entry', 'entries');
type Kept = NonNullable<AuditLogState['lastVerification']>;

/** The state of the log as a list of facts. */
export const LogFacts = ({ state }: { readonly state: AuditLogState }) => (
  <>
    <Facts>
      <Fact label="Size">{entries(state.size)}</Fact>
      <Fact label="Last checkpoint">
        {state.checkpoint ? (
          <>
            <Ago at={state.checkpoint.signedAt} />, over {entries(state.checkpoint.size)}
            {state.unsigned > 0 ? `; ${number(state.unsigned)} more since then, signed within a minute` : ''}
          </>
        ) : (
          'None yet. The first one is signed within a minute.'
        )}
      </Fact>
      <Fact label="Last full check">
        {state.lastWholeVerification ? (
          <Check kept={state.lastWholeVerification} />
        ) : (
          'None yet. It runs by itself within minutes.'
        )}
      </Fact>
      {state.lastVerification?.kind === 'new' ? (
        <Fact label="Last check of new entries">
          <Check kept={state.lastVerification} />
        </Fact>
      ) : null}
      <Fact label="Checkpoints are sent">
        <Sent state={state} />
      </Fact>
      <Fact label="Public key">
        <PublicKey keys={state.keys} />
      </Fact>
    </Facts>
    <TechnicalDetails>
      Name of the log: {state.origin}
      <br />
      Root of the log: {state.root}
    </TechnicalDetails>
  </>
);

const Check = ({ kept: { ok, at, size } }: { readonly kept: Kept }) => (
  <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
    {ok ? (
      <StatusChip word="Fits" tone="done" sign="check" />
    ) : (
      <StatusChip word="Does not fit" tone="stop" sign="warning" />
    )}
    <span>
      <Ago at={at} />, {entries(size)}
    </span>
  </Box>
);

const Sent = ({ state }: { readonly state: AuditLogState }) => {
  const ways = deliveriesInWords(state);
  if (ways.length === 0) {
    return 'Nowhere yet. They are kept here only; one that is kept elsewhere shows also if the whole log is replaced.';
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
      {ways.map(({ way, to, status, arrivedAt, problem }) => (
        <Box component="li" key={way}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <StatusChip {...status} />
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              {to}
              {arrivedAt ? (
                <>
                  {', last one '}
                  <Ago at={arrivedAt} />
                </>
              ) : null}
            </Box>
          </Box>
          {problem ? (
            <Box sx={{ color: 'text.secondary' }}>{problem} It is tried again, at longer and longer intervals.</Box>
          ) : null}
        </Box>
      ))}
    </Box>
  );
};
