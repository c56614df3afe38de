import type { AuditVerification } from '@clearance/contract';
import { useRef, useState } from 'react';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';

/** The check of every entry, which whoever began it can end: nothing is kept of it then. */
export function useCheck() {
  const [result, setResult] = useState<AuditVerification>();
  const stopper = useRef<AbortController>(undefined);
  const { act, busy, refusal } = useAct<undefined, AuditVerification | undefined>(
    async () => {
      const { signal } = (stopper.current = new AbortController());
      return api.post<AuditVerification>('/audit-log/verifications', {}, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
        return undefined;
      });
    },
    (answer) => setResult(answer),
  );
  return { check: () => void act(undefined), stop: () => stopper.current?.abort(), busy, refusal, result };
}
