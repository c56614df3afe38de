import { decisions, outcomes, policyRelation, type ConvictionFilter, type ConvictionSet } from '@clearance/contract';
import { sectionWord } from '../convictions/section-word.ts';
import { counted, number } from '../ui/format.ts';
import { decisionWords } from '../ui/words.ts';
import { onlyDecision } from './bulk-words.ts';

/** A part of a set that can be decided alone. */
export interface Part {
  readonly says: string;
  readonly filter: ConvictionFilter;
}

type Composed = Pick<ConvictionSet, 'count' | 'decisions' | 'outcomes' | 'sections' | 'relations'>;

/** So many sections are offered as parts of a set. */
const few = 4;

/** How many of a set do not follow the policy, in one sentence, and how many of which kind; undefined where all do. */
export function deviationWords({ count, relations: { against, undecided } }: Pick<Composed, 'count' | 'relations'>) {
  const all = against + undecided;
  if (all === 0) return undefined;
  if (count === 1) {
    return {
      headline: 'This one does not follow the policy.',
      kinds: against > 0 ? 'It is recommended against what the policy determined.' : 'The policy could not decide it.',
    };
  }
  const headline =
    all === count
      ? `None of these ${number(count)} follows the policy.`
      : `${number(all)} of these ${number(count)} ${all === 1 ? 'does' : 'do'} not follow the policy.`;
  const kinds = [
    against > 0 ? `${counted(against, 'is', 'are')} recommended against what it determined` : '',
    undecided > 0 ? `${counted(undecided, 'is', 'are')} such that it could not decide` : '',
  ].filter(Boolean);
  return { headline, kinds: `${kinds.join('; ')}.` };
}

/**
 * Smaller sets that can be signed alone: each thing that was recommended; of one such, what follows the policy; or,
 * where nothing does, each of a few sections.
 */
export function partsOf(set: Composed, filter: ConvictionFilter): readonly Part[] {
  const decision = onlyDecision(set);
  if (!decision) {
    return decisions
      .filter((one) => set.decisions[one])
      .map((one) => ({
        says: `Take ${decisionWords[one].word.toLowerCase()}: ${number(set.decisions[one] ?? 0)}`,
        filter: { ...filter, decision: [one] },
      }));
  }
  const present = outcomes.filter((outcome) => set.outcomes[outcome]);
  const following = present.filter((outcome) => policyRelation(decision, outcome) === 'follows');
  if (following.length > 0 && following.length < present.length) {
    const count = following.reduce((sum, outcome) => sum + (set.outcomes[outcome] ?? 0), 0);
    const says = `Take the ${count === 1 ? 'one that follows' : `${number(count)} that follow`} the policy`;
    return [{ says, filter: { ...filter, outcome: following } }];
  }
  const sections = Object.entries(set.sections).sort(([, a], [, b]) => b - a);
  if (following.length > 0 || sections.length < 2) return [];
  return sections.slice(0, few).map(([section, count]) => ({
    says: `Take ${sectionWord(section)}: ${number(count)}`,
    filter: { ...filter, section: [section] },
  }));
}
