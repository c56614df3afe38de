import Box from '@mui/material/Box';
import { useEditing, useSay } from './editing.tsx';
import { errorsOf, problemsAt } from '../model/problems.ts';
import type { Path } from '../model/json-path.ts';

interface FieldSaysProps {
  readonly path: Path;
  /** Leaves out what is only worth a look. */
  readonly onlyErrors?: boolean;
}

/** What is wrong with a part as a whole, where it has no field of its own to say it. */
export const FieldSays = ({ path, onlyErrors = false }: FieldSaysProps) => {
  const say = useSay();
  const found = problemsAt(useEditing().problems, path);
  const mine = onlyErrors ? errorsOf(found) : found;
  return mine.map((problem) => (
    <Box
      key={problem.message}
      sx={{
        fontSize: '0.8125rem',
        my: 0.5,
        color: problem.severity === 'error' ? 'error.main' : 'warning.main',
        fontWeight: 550,
      }}
    >
      {problem.severity === 'error' ? 'To mend: ' : 'Look at this: '}
      {say(problem)}
    </Box>
  ));
};
