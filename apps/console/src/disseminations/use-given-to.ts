import type { GivenTo } from '@clearance/contract';
import { useId, useState } from 'react';
import { missingIn } from './made-words.ts';

/** The state of the two fields of a dialog that makes a file: what is written, what is wrong once somebody tried. */
export function useGivenTo() {
  const id = useId();
  const [value, setValue] = useState<GivenTo>({ recipient: '', purpose: '' });
  const [asked, setAsked] = useState(false);
  const missing = missingIn(value);
  const ids = { recipient: `${id}-recipient`, purpose: `${id}-purpose` };
  /** Sends what is written, or goes to the first field that lacks something. */
  const send = (act: (given: GivenTo) => void) => {
    setAsked(true);
    const first = missing.recipient ? ids.recipient : missing.purpose ? ids.purpose : undefined;
    if (first) document.getElementById(first)?.focus();
    else act({ recipient: value.recipient.trim(), purpose: value.purpose.trim() });
  };
  const told = asked ? missing : { recipient: undefined, purpose: undefined };
  return { fields: { ids, value, told, onChange: setValue }, send };
}
