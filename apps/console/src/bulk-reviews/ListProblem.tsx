import { useListContext } from 'react-admin';
import { Problem } from '../ui/Problem.tsx';

/** Why a list could not be read, over the list. */
export const ListProblem = () => {
  const { error, refetch } = useListContext();
  return error ? <Problem error={error} again={() => void refetch()} /> : null;
};
