import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FactRequest } from '@clearance/contract';
import { missingWords } from './awaited-groups.ts';
import { answerWords, lackingIn } from './letter-words.ts';
import { personName } from '../record/person-words.ts';
import { calendarDate } from '../ui/format.ts';
import { downloadText } from '../ui/csv.ts';
import { usePageTitle } from '../ui/use-page-title.ts';

interface LetterProps {
  readonly letter: FactRequest & { readonly recipient: string };
  readonly onClose: () => void;
}

/** A letter that asks a court or an agency for facts, as it is printed. */
export const Letter = ({ letter, onClose }: LetterProps) => {
  usePageTitle('Request for missing facts');
  const lacks = lackingIn(letter);
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 3 }}>
        <Button variant="text" onClick={onClose}>
          Back to the list
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={() => downloadText('facts-requested', letter.csv)}>
          Download as CSV
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          Print
        </Button>
      </Box>
      {lacks.length > 0 ? (
        <Alert severity="warning" className="no-print" sx={{ mb: 3 }}>
          This letter lacks {lacks.join(', ')}: the recipient cannot tell where to answer. An administrator fills that
          in under How we work, Letters of the office. Then make the letter again.
        </Alert>
      ) : null}
      <Box component="article" aria-label="Request letter" sx={{ maxWidth: '80ch' }}>
        <Box data-testid="sender" sx={{ mb: 3, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {letter.sender.office ? <Box sx={{ fontWeight: 600 }}>{letter.sender.office}</Box> : null}
          <Box>{titleCase(letter.county)} County</Box>
          {letter.sender.address ? <Box>{letter.sender.address}</Box> : null}
          {letter.sender.contact ? <Box>{letter.sender.contact}</Box> : null}
        </Box>
        <Typography>{calendarDate(letter.day)}</Typography>
        <Typography sx={{ mb: 3 }}>
          Our reference: <strong data-testid="reference">{letter.reference}</strong>
        </Typography>
        <Typography sx={{ mb: 3, overflowWrap: 'anywhere' }}>{letter.recipient}</Typography>
        <Typography variant="h1" sx={{ mb: 1.5 }}>
          Request for missing facts
        </Typography>
        <Typography sx={{ mb: 2 }}>
          We are reviewing old convictions for dismissal or reduction. The state’s record lacks the facts listed below.
          Please send a copy of the page of your file that shows each of them, or tell us that you do not have it.
        </Typography>
        <Box component="ol" sx={{ pl: 3, m: 0 }}>
          {letter.rows.map((row) => (
            <Box component="li" key={row.convictionId} sx={{ mb: 1.5, breakInside: 'avoid', overflowWrap: 'anywhere' }}>
              <Box sx={{ fontWeight: 600 }}>
                {personName(row.name)}, case {row.caseNumber || 'without number'}
              </Box>
              <Box>
                {row.offense || 'Offense not given'}, convicted {calendarDate(row.date)}, {row.court}
                {row.agency ? `, arrested by ${row.agency}` : ''}
              </Box>
              {missingWords(row).map((words) => (
                <Box key={words}>{words}</Box>
              ))}
              {row.question ? <Box>{row.question}</Box> : null}
            </Box>
          ))}
        </Box>
        <Typography sx={{ mt: 3, overflowWrap: 'anywhere' }} data-testid="answer-to">
          {answerWords(letter)}
        </Typography>
        {letter.sender.by ? <Typography sx={{ mt: 2 }}>{letter.sender.by}</Typography> : null}
        <Typography sx={{ mt: 3 }}>
          This letter holds criminal history. Use it only to answer, and do not pass it on.
        </Typography>
      </Box>
    </>
  );
};

const titleCase = (name: string): string => name.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase());
