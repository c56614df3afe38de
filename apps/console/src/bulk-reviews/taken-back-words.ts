import type { TakenBackOfSet } from '@clearance/contract';
import { number } from '../ui/format.ts';

/** So many reasons are told. */
const few = 3;

/** `6 of these 20 were approved and taken back: “Wrong file.” (5), “Look again.” (1)`; undefined where none was. */
export function takenBackWords(count: number, takenBack: readonly TakenBackOfSet[]): string | undefined {
  const all = takenBack.reduce((sum, one) => sum + one.count, 0);
  if (all === 0) return undefined;
  const who =
    count === 1
      ? 'This one was'
      : all === count
        ? `All of these ${number(count)} were`
        : `${number(all)} of these ${number(count)} ${all === 1 ? 'was' : 'were'}`;
  const told = takenBack
    .slice(0, few)
    .map(({ note, count: times }) => `“${note}”${takenBack.length > 1 ? ` (${number(times)})` : ''}`);
  const more = takenBack.length > few ? [`${number(takenBack.length - few)} more on the records`] : [];
  return `${who} approved before and taken back: ${[...told, ...more].join(', ')}`;
}
