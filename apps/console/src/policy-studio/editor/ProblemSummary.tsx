import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { counted } from '../../ui/format.ts';
import type { Path } from '../model/json-path.ts';
import { listTitle } from '../model/lists.ts';
import { errorsOf, placeWords, problemSentence, warningsOf, type PolicyProblem } from '../model/problems.ts';
import { useEditing } from './editing.tsx';

/** Leads to the field of a problem. */
export type GoTo = (path: Path) => void;

/** Over the form: what has to be mended before this can be published, and apart from it what is worth a look. */
export const ProblemSummary = ({ onGo }: { readonly onGo: GoTo }) => {
  const { problems } = useEditing();
  const [errors, warnings] = [errorsOf(problems), warningsOf(problems)];
  return (
    <>
      <div role="status" aria-live="polite" className="unseen">
        {errors.length > 0 ? `${counted(errors.length, 'problem')} to mend` : 'No problem to mend'}
      </div>
      {errors.length > 0 ? (
        <Found
          title={`${counted(errors.length, 'problem')} to mend before this can be published or simulated`}
          problems={errors}
          tone="error"
          onGo={onGo}
        />
      ) : null}
      {warnings.length > 0 ? (
        <Found
          title={`${counted(warnings.length, 'thing')} to look at`}
          problems={warnings}
          tone="warning"
          onGo={onGo}
        />
      ) : null}
    </>
  );
};

interface FoundProps {
  readonly title: string;
  readonly problems: readonly PolicyProblem[];
  readonly tone: 'error' | 'warning';
  readonly onGo: GoTo;
}

const Found = ({ title, problems, tone, onGo }: FoundProps) => {
  const { policy } = useEditing();
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{
        border: tone === 'error' ? '2px solid' : '1px solid',
        borderColor: `${tone}.main`,
        borderRadius: 1,
        p: 2,
        mb: 2,
        maxWidth: 920,
      }}
    >
      <Typography variant="h2" sx={{ fontSize: '1rem', mb: 0.5 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map((problem) => {
          const place = placeWords(problem.path, (name) => listTitle(policy, name));
          return (
            <li key={`${problem.path.join('.')} ${problem.message}`}>
              {place ? (
                <Link component="button" type="button" sx={{ textAlign: 'left' }} onClick={() => onGo(problem.path)}>
                  {place}
                </Link>
              ) : null}
              {place ? ': ' : ''}
              {problemSentence(problem)}
            </li>
          );
        })}
      </Box>
    </Box>
  );
};
