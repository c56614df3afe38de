import type { ConvictionFilter } from '@clearance/contract';
import { waitingForReview } from './filter.ts';

interface Preset {
  readonly label: string;
  readonly filter: ConvictionFilter;
  /** Only for those who recommend. */
  readonly mine?: boolean;
}

/** Sets that people come for again and again; each is an ordinary filter. */
export const presets: readonly Preset[] = [
  { label: 'To review', filter: waitingForReview },
  { label: 'Returned', filter: { state: ['returned'] } },
  { label: 'Needs facts', filter: { state: ['needs_facts'] } },
  { label: 'Changed by a newer file', filter: { ...waitingForReview, changed: true } },
  {
    label: 'Recommended by me',
    filter: { mine: true, state: ['recommended', 'returned', 'approved', 'referred', 'challenged', 'excluded'] },
    mine: true,
  },
  { label: 'All', filter: {} },
];

/** Whether one filter gives a part of what the other gives: all that the other asks for is asked for, or more narrowly. */
const isWithin = (narrow: ConvictionFilter, wide: ConvictionFilter): boolean =>
  Object.entries(wide).every(([key, asked]) => {
    const own: unknown = narrow[key as keyof ConvictionFilter];
    if (!Array.isArray(asked)) return own === asked;
    return Array.isArray(own) && own.every((value) => (asked as unknown[]).includes(value));
  });

/** The set that a filter is a part of, the narrowest of them: its tab stays marked while one narrows it further. */
export const presetOf = (filter: ConvictionFilter): Preset | undefined =>
  presets
    .filter((preset) => isWithin(filter, preset.filter))
    .reduce<Preset | undefined>(
      (best, preset) => (best === undefined || isNarrower(preset, best) ? preset : best),
      undefined,
    );

/** By how many stages it leaves, then by how much else it asks. */
const isNarrower = (one: Preset, other: Preset): boolean => {
  const stages = ({ filter }: Preset) => filter.state?.length ?? Infinity;
  const keys = ({ filter }: Preset) => Object.keys(filter).length;
  return stages(one) < stages(other) || (stages(one) === stages(other) && keys(one) > keys(other));
};
