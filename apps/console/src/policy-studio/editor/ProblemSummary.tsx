import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { counted } from '../../ui/format.ts';
import type { Path } from '../model/json-path.ts';
import { listTitle } from '../model/lists.ts';
import { errorsOf, placeWords, warningsOf, type PolicyProblem } from '../model/problems.ts';
import { useEditing, useSay } from './editing.tsx';

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

/** Problems stand open; what is only worth a look is folded away until somebody asks. */
const Found = ({ title, problems, tone, onGo }: FoundProps) => (
  <Box
    component="section"
    aria-label={title}
    sx={{
      border: tone === 'error' ? '2px solid' : '1px solid',
      borderColor: `${tone}.main`,
      borderRadius: 1,
      px: 2,
      py: tone === 'error' ? 2 : 1,
      mb: 2,
      maxWidth: 920,
      '& summary': { cursor: 'pointer', fontWeight: 600 },
    }}
  >
    {tone === 'error' ? (
      <>
        <Typography variant="h2" sx={{ fontSize: '1rem', mb: 0.5 }}>
          {title}
        </Typography>
        <FoundList problems={problems} onGo={onGo} />
      </>
    ) : (
      <details>
        <summary>{title}</summary>
        <FoundList problems={problems} onGo={onGo} />
      </details>
    )}
  </Box>
);

const FoundList = ({ problems, onGo }: Pick<FoundProps, 'problems' | 'onGo'>) => {
  const { policy } = useEditing();
  const say = useSay();
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
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
            {say(problem)}
          </li>
        );
      })}
    </Box>
  );
};
