import TextField from '@mui/material/TextField';
import type { ConvictionView, FactsView } from '@clearance/contract';
import { useId, useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { emptyDraft, factOf, kindWord, problemsOf, type Draft } from './entered-words.ts';
import { FactFields } from './FactFields.tsx';
import type { FactsWork } from './use-facts.ts';

interface FactDialogsProps {
  readonly row: ConvictionView;
  readonly facts: FactsWork;
}

/** The form that is open on a record: to enter a fact, or to withdraw one. */
export const FactDialogs = ({ row, facts }: FactDialogsProps) => (
  <>
    {facts.asking ? <EnterDialog row={row} facts={facts} asking={facts.asking} /> : null}
    {facts.withdrawing ? <WithdrawDialog row={row} facts={facts} withdrawing={facts.withdrawing} /> : null}
  </>
);

const EnterDialog = ({ row, facts, asking }: FactDialogsProps & { asking: NonNullable<FactsWork['asking']> }) => {
  const id = useId();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft((asking.kind || 'birth_date') as Draft['kind']));
  const [tried, setTried] = useState(false);
  const problems = problemsOf(draft);
  const { act, busy, refusal } = useAct(
    () =>
      api.post<FactsView>(`/convictions/${row.id}/facts`, {
        ...{ version: row.version, fact: factOf(draft, asking) },
        ...{ source: draft.source, reference: draft.reference.trim() },
        ...(asking.conviction === null ? {} : { conviction: asking.conviction }),
      }),
    () => facts.ask(undefined),
  );
  const fieldId = (name: string) => `${id}-${name}`;
  const send = () => {
    setTried(true);
    const [first] = Object.keys(problems);
    if (first) document.getElementById(fieldId(first))?.focus();
    else void act(undefined);
  };
  return (
    <ConfirmDialog
      open
      title={asking.kind ? `Enter: ${kindWord(asking.kind)}` : 'Enter a fact'}
      consequence={
        <>
          {asking.of ? <div>About {asking.of}.</div> : null}
          The fact is kept beside the state’s file, with your name. The conviction is evaluated again at once, and the
          approver sees that you supplied it. You can withdraw it later.
        </>
      }
      verb="Enter the fact"
      busy={busy}
      refusal={refusal}
      fieldIds={{ date: fieldId('date'), text: fieldId('text'), reference: fieldId('reference') }}
      onConfirm={send}
      onClose={() => facts.ask(undefined)}
    >
      <FactFields
        {...{ draft, fieldId, asking }}
        problems={tried ? problems : {}}
        dispositions={facts.view?.dispositions ?? []}
        onChange={setDraft}
      />
    </ConfirmDialog>
  );
};

const WithdrawDialog = ({
  row,
  facts,
  withdrawing,
}: FactDialogsProps & { withdrawing: NonNullable<FactsWork['withdrawing']> }) => {
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(
    () =>
      api.post<FactsView>(`/convictions/${row.id}/facts/${withdrawing.id}/withdraw`, {
        ...{ version: row.version, reason: reason.trim() },
      }),
    () => facts.withdraw(undefined),
  );
  return (
    <ConfirmDialog
      open
      title={`Withdraw: ${kindWord(withdrawing.kind)}`}
      consequence="The fact is no longer used, and the conviction is evaluated again at once. What was entered stays on the record, marked as withdrawn."
      verb="Withdraw the fact"
      busy={busy}
      refusal={refusal}
      notYet={reason.trim() === ''}
      onConfirm={() => void act(undefined)}
      onClose={() => facts.withdraw(undefined)}
    >
      <TextField
        autoFocus
        fullWidth
        label="Reason"
        helperText="A sentence is enough. It stays on the record."
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ConfirmDialog>
  );
};
