import type { BulkReviewBody, BulkReviewRow } from '@clearance/contract';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';

/** Starts a bulk review and goes to its page. The same click twice, also after a broken line, is one review. */
export function useBulkAct(digest: string) {
  const navigate = useNavigate();
  const last = useRef({ body: '', key: '', digest: '' });
  const sent = useAct(
    (body: BulkReviewBody) => {
      const text = JSON.stringify(body);
      if (last.current.body !== text) last.current = { body: text, key: crypto.randomUUID(), digest: body.digest };
      return api.post<BulkReviewRow>('/bulk-reviews', body, { idempotencyKey: last.current.key });
    },
    ({ id }) => void navigate(`/bulk-reviews/${id}/show`, { replace: true }),
  );
  // A set that moved was refused as it was seen then; once it was looked at again, that is over.
  const isOver = sent.refusal?.code === 'set_moved' && last.current.digest !== digest;
  return { ...sent, refusal: isOver ? undefined : sent.refusal };
}
