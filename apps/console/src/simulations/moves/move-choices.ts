import type { SimulationRow } from '@clearance/contract';
import type { Choice } from '../../ui/FilterSelect.tsx';
import { outcomeWords } from '../../ui/words.ts';
import { outcomeOrder } from '../flow-layout.ts';
import { valuesOf, valueWords } from '../impact-words.ts';

type Result = NonNullable<SimulationRow['result']>;

/** What the list of changed convictions can be narrowed by: only what occurs in the simulation. */
export function moveChoices(
  result: Result | undefined,
): Readonly<Record<'from' | 'to' | 'section' | 'severity' | 'rule', readonly Choice[]>> {
  if (!result) return { from: [], to: [], section: [], severity: [], rule: [] };
  const { before, after, flows, movers } = result;
  const side = (key: 'from' | 'to') =>
    outcomeOrder
      .filter((outcome) => flows.some((flow) => flow[key] === outcome))
      .map((outcome) => ({ value: outcome, label: outcomeWords[outcome].word }));
  const of = (dimension: 'section' | 'severity') =>
    valuesOf(dimension, before, after).map((value) => ({ value, label: valueWords(dimension, value) }));
  const rules = new Map(movers.map(({ ruleId, title }) => [ruleId, title]));
  return {
    from: side('from'),
    to: side('to'),
    section: of('section'),
    severity: of('severity'),
    rule: [...rules].map(([value, label]) => ({ value, label })),
  };
}
