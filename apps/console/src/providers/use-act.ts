import { useMutation, useQueryClient } from '@tanstack/react-query';
import { outdated } from './outdated.ts';
import type { RefusalError } from './refusal.ts';

export interface Act<V, T> {
  /** Does it; resolves with the answer, or with undefined when it was refused (see `refusal`). */
  readonly act: (input: V) => Promise<T | undefined>;
  readonly busy: boolean;
  readonly refusal: RefusalError | undefined;
  readonly forget: () => void;
}

/**
 * One change that a person makes through `api`. It waits for the server; afterwards everything on screen is read
 * again, also after a refusal, because that says the screen was out of date.
 */
export function useAct<V, T>(run: (input: V) => Promise<T>, onDone?: (answer: T, input: V) => void): Act<V, T> {
  const cache = useQueryClient();
  const mutation = useMutation<T, RefusalError, V>({
    mutationFn: run,
    onSuccess: (answer, input) => onDone?.(answer, input),
    onSettled: () => outdated(cache),
  });
  return {
    act: (input) => mutation.mutateAsync(input).catch(() => undefined),
    busy: mutation.isPending,
    refusal: mutation.error ?? undefined,
    forget: mutation.reset,
  };
}
