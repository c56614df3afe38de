import type { PolicyCheck } from '@clearance/contract';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../providers/http.ts';
import type { Policy } from '../model/policy.ts';

export type Language = 'en' | 'es';

export interface Checked {
  readonly check: PolicyCheck;
  /** Whether what is shown is of the policy as it was some keys ago. */
  readonly isBehind: boolean;
  /** Each rule as it read when the policy last could be read. */
  readonly lastSentences: ReadonlyMap<string, string>;
  /** The policy as it was then. */
  readonly lastRead: Policy;
}

const pause = 350;
const sentencesOf = (check: PolicyCheck) => new Map(check.sentences.map((one) => [one.ruleId, one.sentence]));

/** The policy as the server reads it, asked a moment after the last change. */
export function useCheck(policy: Policy, language: Language, first: PolicyCheck): Checked {
  const [checked, setChecked] = useState<{ of: Policy | undefined; language: Language; check: PolicyCheck }>({
    of: undefined,
    language: 'en',
    check: first,
  });
  const [last, setLast] = useState(() => ({ sentences: sentencesOf(first), policy }));
  const asked = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const check = await api.post<PolicyCheck>('/policies/check', { body: policy, language }, { signal: stop.signal });
      setChecked({ of: policy, language, check });
      if (check.sentences.length > 0) setLast({ sentences: sentencesOf(check), policy });
    };
    // Without an answer the last one stands, and the saving says that the line is broken.
    const timer = setTimeout(() => void ask().catch(() => undefined), asked.current ? pause : 0);
    asked.current = true;
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [policy, language]);
  return {
    check: checked.check,
    isBehind: checked.of !== policy || checked.language !== language,
    lastSentences: last.sentences,
    lastRead: last.policy,
  };
}
