import type { GivenTo as Given } from '@clearance/contract';
import type { ReactNode } from 'react';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { GivenTo } from './GivenTo.tsx';
import { useGivenTo } from './use-given-to.ts';

interface AskToWhomProps<T> {
  readonly title: string;
  /** What it holds, and what is kept of its being made. */
  readonly consequence: string;
  readonly verb: string;
  readonly make: (given: Given) => Promise<T>;
  readonly onMade: (made: T, given: Given) => void;
  readonly onClose: () => void;
  /** What else is asked. */
  readonly children?: ReactNode;
}

/** Asks who receives something that names people and what for, before it is made. Every such thing is asked for here. */
export function AskToWhom<T>({ children, consequence, make, onClose, onMade, title, verb }: AskToWhomProps<T>) {
  const { fields, send } = useGivenTo();
  const { act, busy, refusal } = useAct(make, onMade);
  return (
    <ConfirmDialog
      open
      title={title}
      consequence={consequence}
      verb={verb}
      busy={busy}
      refusal={refusal}
      fieldIds={fields.ids}
      onConfirm={() => send((given) => void act(given))}
      onClose={onClose}
    >
      <GivenTo {...fields} autoFocus />
      {children}
    </ConfirmDialog>
  );
}
