import Box from '@mui/material/Box';
import { useEditing } from './editing.tsx';
import { problemsAt, problemSentence } from '../model/problems.ts';
import type { Path } from '../model/json-path.ts';

/** What is wrong with a part as a whole, where it has no field of its own to say it. */
export const FieldSays = ({ path }: { readonly path: Path }) => {
  const mine = problemsAt(useEditing().problems, path);
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
      {problemSentence(problem)}
    </Box>
  ));
};
