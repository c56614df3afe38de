import type { ConvictionView } from '@clearance/contract';
import { decisionWords } from '../ui/words.ts';
import { humanized } from '../convictions/flag-words.ts';

export type Act = ConvictionView['acts'][number];

const sentences: Readonly<Record<string, string>> = {
  import: 'Imported',
  imported: 'Imported',
  evaluate: 'Evaluated under the policy',
  evaluated: 'Evaluated under the policy',
  ask_for_facts: 'Asked for facts',
  withdraw: 'Withdrew the recommendation',
  approve: 'Approved',
  return: 'Returned',
  undo: 'Took the approval back',
  supersede: 'Replaced by a newer file',
};

/** What was done, as the list of acts says it: `Recommended dismissal`, `Returned`. */
export function actWords({ verb, decision }: Pick<Act, 'verb' | 'decision'>): string {
  const what = decision ? decisionWords[decision].word.toLowerCase() : '';
  if (verb === 'recommend') return `Recommended ${what}`.trim();
  const said = sentences[verb] ?? humanized(verb);
  return decision && verb === 'approve' ? `${said} the ${what}` : said;
}
