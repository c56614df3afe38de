import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionSet, Sample } from '@clearance/contract';
import { counted, number } from '../../ui/format.ts';
import { Warning } from '../../ui/Warning.tsx';

interface StoppedProps {
  readonly sample: Sample;
  /** The set as it is now, once it moved. */
  readonly newer: ConvictionSet | undefined;
  readonly onGoOn: () => void;
}

/** A defect was found: what that stops, what was sent back, and the way on with the rest. */
export const Stopped = ({ sample, newer, onGoOn }: StoppedProps) => {
  const [first] = sample.items.filter(({ finding }) => finding === 'defect');
  return (
    <Warning
      severity="error"
      urgent
      action={
        newer?.count === 0 ? (
          <Button size="small" variant="contained" component={RouterLink} to="/approvals">
            To the approvals
          </Button>
        ) : (
          <Button size="small" variant="contained" disabled={!newer} onClick={onGoOn}>
            {newer ? `Go on with the other ${number(newer.count)}` : 'They are being sent back'}
          </Button>
        )
      }
    >
      <Typography sx={{ fontWeight: 600 }}>
        You found something wrong, so these {number(sample.count)} cannot be approved.
      </Typography>
      {counted(sample.held, 'conviction')} {sample.held === 1 ? 'goes' : 'go'} back to the reviewers: recommended by the
      same person{first?.recommendedBy ? `, ${first.recommendedBy},` : ''} for the same reason under the same section.{' '}
      {first?.findingNote ? <>With them goes your note: “{first.findingNote}” </> : null}
      {newer?.count === 0
        ? 'Nothing of this set is left to approve.'
        : 'Of the rest a new sample is drawn, since what this one showed no longer holds for it.'}
    </Warning>
  );
};
