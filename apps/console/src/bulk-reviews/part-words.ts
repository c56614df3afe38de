import { decisions, states, type SetPart } from '@clearance/contract';
import { queueLink } from '../convictions/address.ts';
import { bulkLink } from '../convictions/bulk-link.ts';
import { bulkStarts, type BulkVerb } from '../convictions/filter.ts';
import { number } from '../ui/format.ts';
import { decisionWords, stateWords } from '../ui/words.ts';

export interface PartWords {
  /** `375 recommended for dismissal` */
  readonly says: string;
  /** What the button does. */
  readonly verb: string;
  readonly to: string;
}

/** A part of a refused set, with the page that goes on with it alone; one that cannot be decided so is only shown. */
export function partWords({ says, count, filter }: SetPart, verb: BulkVerb): PartWords {
  const [state] = filter.state?.length === 1 ? filter.state : [];
  const starts = bulkStarts(verb);
  const able = state === undefined || starts.includes(state);
  return {
    says: `${number(count)} ${saysOf(says)}`,
    verb: able ? `Take ${count === 1 ? 'this one' : `these ${number(count)}`}` : 'Show them',
    to: able ? bulkLink(verb, filter) : queueLink(filter),
  };
}

/** The server names a part by a state or a decision; people read its word. */
function saysOf(says: string): string {
  const decision = decisions.find((one) => one === says);
  if (decision) return `recommended for ${decisionWords[decision].word.toLowerCase()}`;
  const state = states.find((one) => one.replaceAll('_', ' ') === says);
  return state ? `at “${stateWords[state].word}”` : says;
}
