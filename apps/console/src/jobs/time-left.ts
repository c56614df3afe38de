import type { Work } from '@clearance/contract';
import { counted } from '../ui/format.ts';

type Paced = Pick<Work, 'done' | 'total' | 'beganAt' | 'beganDone' | 'updatedAt'>;

/** Less than this says nothing about the pace yet. */
const ENOUGH_SECONDS = 3;

/** How long a job still takes at its pace so far, roughly and in words; undefined while there is no pace to tell by. */
export function timeLeft({ done, total, beganAt, beganDone, updatedAt }: Paced): string | undefined {
  const did = done - beganDone;
  const took = (Date.parse(updatedAt) - Date.parse(beganAt)) / 1000;
  if (did <= 0 || took < ENOUGH_SECONDS || done >= total) return undefined;
  const seconds = ((total - done) * took) / did;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 50) return 'less than a minute left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${counted(Math.max(1, minutes), 'minute')} left`;
  return `about ${counted(Math.round(minutes / 60), 'hour')} left`;
}
