import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

interface ListBodyProps {
  /** Said while there is nothing at all. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list once it is there; before that, or when it could not be read, what is the case instead. */
export const ListBody = ({ empty, children }: ListBodyProps) => {
  const { error, refetch, isPending, total } = useListContext();
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (isPending) return <SkeletonRows />;
  return total === 0 ? empty : children;
};
