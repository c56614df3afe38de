import { useCallback, useEffect, useRef } from 'react';
import { askAgain } from './ask-again.ts';

/** Call what it answers when a download is begun: the page asks again until it was counted, as long as it is shown. */
export function useAfterDownload(refetch: () => unknown): () => void {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return useCallback(() => {
    stop.current?.();
    stop.current = askAgain(() => void refetch());
  }, [refetch]);
}
