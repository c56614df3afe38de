import type { BulkReviewBody, BulkReviewRow } from '@clearance/contract';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';

/** Starts a bulk review and goes to its page. The same click twice, also after a broken line, is one review. */
export function useBulkAct() {
  const navigate = useNavigate();
  const last = useRef({ body: '', key: '' });
  return useAct(
    (body: BulkReviewBody) => {
      const text = JSON.stringify(body);
      if (last.current.body !== text) last.current = { body: text, key: crypto.randomUUID() };
      return api.post<BulkReviewRow>('/bulk-reviews', body, { idempotencyKey: last.current.key });
    },
    ({ id }) => void navigate(`/bulk-reviews/${id}/show`, { replace: true }),
  );
}
