import { expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, personWith, preset } from '../testing/small-policy.ts';
import { impact } from './impact.ts';
import { PolicyCount } from './policy-count.ts';

test('counts what the determinations of the same people count', () => {
  const histories = [
    personWith({}),
    personWith({ offense: '459 PC' }),
    personWith({ severity: '' }, { born: '19990101', date: '20150101' }),
    personWith({ disposition: '' }, { date: '19900000' }),
  ].map(smallHistory);
  for (const policy of [preset('la-2020'), preset('san-diego-2020'), preset('sf-2018')]) {
    const count = new PolicyCount(policy, context);
    for (const history of histories) count.add(history);
    const evaluated = histories.map((history) => ({ history, determinations: evaluate(history, policy, context) }));
    expect(count.result()).toEqual(impact(evaluated, policy, context));
  }
});
