import type { ConvictionRow, CountySettings } from '@clearance/contract';
import { useState } from 'react';
import type { RefusalError } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { useApi } from '../providers/use-api.ts';
import { asksFirst, choicesFor, type Choice } from './choices.ts';
import { sendChoice, type Chosen } from './send-choice.ts';
import { useRights } from './use-rights.ts';

export interface Deciding {
  /** Sends the choice, or asks first: for the note, or whether it is meant. Does nothing that this person cannot do to this conviction now. */
  readonly decide: (row: ConvictionRow, choice: Choice) => void;
  /** The choice that waits for its note. */
  readonly asking: Chosen<ConvictionRow> | undefined;
  readonly confirm: (note: string) => void;
  readonly cancel: () => void;
  readonly busy: boolean;
  /** How long an approval can be taken back here; not known yet, or to who approves nothing. */
  readonly undoHours: number | undefined;
  /** What was refused, and of which conviction. */
  readonly refused: { readonly id: string; readonly refusal: RefusalError; readonly note: string } | undefined;
  /** What was done last. */
  readonly done: Chosen<ConvictionRow> | undefined;
  readonly forget: () => void;
}

/** Whether a choice was refused because the conviction is not as it was when it was looked at. */
export const hasMoved = ({ code }: RefusalError): boolean => code === 'conflict' || code === 'wrong_state';

/** Deciding convictions one by one, from a list or from an open record. `onDone` comes after the server said yes. */
export function useDeciding(onDone?: (chosen: Chosen<ConvictionRow>) => void): Deciding {
  const rights = useRights();
  const { data: settings } = useApi<CountySettings>(rights.approve ? '/settings' : undefined);
  const [asking, setAsking] = useState<Chosen<ConvictionRow>>();
  const [done, setDone] = useState<Chosen<ConvictionRow>>();
  const [sent, setSent] = useState<Chosen<ConvictionRow>>();
  const { act, busy, refusal, forget } = useAct(sendChoice, (_answer, chosen) => {
    const whole = chosen as Chosen<ConvictionRow>;
    setAsking(undefined);
    setDone(whole);
    onDone?.(whole);
  });

  const send = (chosen: Chosen<ConvictionRow>) => {
    setDone(undefined);
    setSent(chosen);
    void act(chosen);
  };
  const ask = (chosen: Chosen<ConvictionRow> | undefined) => {
    forget();
    setAsking(chosen);
  };
  return {
    decide: (row, choice) => {
      if (busy || !choicesFor(row, rights).includes(choice)) return;
      if (asksFirst(row, choice, settings?.undoHours)) ask({ row, choice });
      else {
        setAsking(undefined);
        send({ row, choice });
      }
    },
    // What it was asked about is no longer so: the record shows what is, and the dialog would lie over it.
    asking: refusal && hasMoved(refusal) ? undefined : asking,
    confirm: (note) => {
      if (asking) send({ ...asking, note });
    },
    cancel: () => ask(undefined),
    busy,
    undoHours: settings?.undoHours,
    refused: refusal && sent ? { id: sent.row.id, refusal, note: sent.note ?? '' } : undefined,
    done,
    forget: () => {
      ask(undefined);
      setDone(undefined);
    },
  };
}
