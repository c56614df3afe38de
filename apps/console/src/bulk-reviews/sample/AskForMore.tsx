import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import type { Sample } from '@clearance/contract';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { number } from '../../ui/format.ts';
import { strongerThan } from './demands.ts';
import { confidenceWords, shareWords } from './sample-words.ts';
import type { SampleWork } from './use-sample.ts';

/** A stricter sample, the price of each said before it is asked for. Absent where there is nothing more to ask. */
export const AskForMore = ({ sample, work }: { readonly sample: Sample; readonly work: SampleWork }) => {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const offers = strongerThan(sample);
  const chosen = offers[at] ?? offers[0];
  if (!chosen || sample.state === 'stopped') return null;
  return (
    <>
      <Button size="small" variant="text" className="no-print" onClick={() => setOpen(true)}>
        Ask for more certainty
      </Button>
      <ConfirmDialog
        open={open}
        title="Ask for more certainty"
        consequence="More are drawn at random from the same set. What you looked at already counts. The sample of this set does not become smaller again."
        verb={`Draw ${number(chosen.more)} more`}
        busy={work.busy}
        refusal={work.refusal}
        onConfirm={() => void work.askMore(chosen).then((done) => setOpen(!done))}
        onClose={() => setOpen(false)}
      >
        <RadioGroup
          aria-label="What the sample has to show"
          value={String(at)}
          onChange={(event) => setAt(Number(event.target.value))}
        >
          {offers.map(({ confidence, tolerated, size, more }, index) => (
            <FormControlLabel
              key={`${confidence} ${tolerated}`}
              value={String(index)}
              control={<Radio size="small" />}
              label={`Fewer than ${shareWords(tolerated)} wrong, with ${confidenceWords(confidence)} confidence: ${number(size)} at random, ${number(more)} more than now`}
            />
          ))}
        </RadioGroup>
      </ConfirmDialog>
    </>
  );
};
