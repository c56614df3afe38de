import type { DispositionWording } from '../disposition.ts';
import { normalWording } from '../disposition.ts';
import { READABLE_KINDS } from './wordings.ts';

/** What is wrong with a dictionary and where: `dispositions.3.wording`, empty for the whole. */
export interface WordingProblem {
  readonly path: string;
  readonly message: string;
}

export type WordingsCheck =
  | { readonly ok: true; readonly wordings: readonly DispositionWording[] }
  | { readonly ok: false; readonly problems: readonly WordingProblem[] };

/** Wordings of one county. */
const MOST = 2_000;
const LONGEST = 200;
/** A `*` after fewer letters would take in wordings that nobody has looked at. */
const LEAST_BEFORE_STAR = 3;
const CONTROL = /\p{Cc}/u;

/**
 * Reads an office's own dictionary from JSON: `[{wording, kind}]`. The wordings come back as `normalWording` writes them,
 * in that order of the alphabet, so that two dictionaries that say the same are the same. Refused: a wording that is
 * empty, stands there twice, or has a `*` elsewhere than at its end, and a kind that does not exist.
 */
export function checkWordings(json: unknown): WordingsCheck {
  if (!Array.isArray(json)) return { ok: false, problems: [{ path: '', message: 'must be a list of wordings' }] };
  if (json.length > MOST) return { ok: false, problems: [{ path: '', message: `at most ${MOST} wordings` }] };
  const places = new Map<string, number>();
  const wordings: DispositionWording[] = [];
  const problems: WordingProblem[] = [];
  for (const [index, item] of json.entries()) {
    const { kind, wording } = isTree(item) ? item : {};
    const why = typeof wording === 'string' ? problemOf(wording) : 'is missing';
    if (why !== undefined) problems.push({ path: `${index}.wording`, message: why });
    const known = READABLE_KINDS.find((one) => one === kind);
    if (!known) problems.push({ path: `${index}.kind`, message: 'choose what this wording means' });
    if (typeof wording !== 'string' || why !== undefined) continue;
    const normal = normalWording(wording);
    const before = places.get(normal);
    if (before !== undefined) {
      problems.push({ path: `${index}.wording`, message: `stands in line ${before + 1} already` });
    } else places.set(normal, index);
    if (known) wordings.push({ wording: normal, kind: known });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, wordings: wordings.sort((a, b) => (a.wording < b.wording ? -1 : 1)) };
}

function problemOf(wording: string): string | undefined {
  if (CONTROL.test(wording) || !wording.isWellFormed()) return 'holds a character that no file can hold';
  const normal = normalWording(wording);
  if (normal === '') return 'must not be empty';
  if (normal.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const star = normal.indexOf('*');
  if (star === -1) return undefined;
  if (star < normal.length - 1) return 'may have a * at its end only, where any further words may follow';
  return star < LEAST_BEFORE_STAR ? `needs at least ${LEAST_BEFORE_STAR} characters before the *` : undefined;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
