import { localDate } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import { smallHistory } from '../testing/small-history.ts';
import { compilePolicy } from './compile.ts';
import { decideAll } from './decide-all.ts';
import { evaluate } from './evaluate.ts';
import { isSpokenOf } from './ruling.ts';
import { tries } from '../testing/tries.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };

test('decides without words what is determined with them, of every conviction that the policy speaks of', () => {
  fc.assert(
    fc.property(smallPerson, fc.oneof(fc.constantFrom(...presets), anyPolicy), (person, by) => {
      const history = smallHistory(person);
      const determined = evaluate(history, by, context).filter(isSpokenOf);
      const expected = determined.map(({ agency, convictionKey, order, outcome, ruleId }) => ({
        ...{ convictionKey, outcome, ruleId },
        ...(agency === undefined ? {} : { agency }),
        ...(order === undefined ? {} : { order }),
      }));
      expect(decideAll(history, compilePolicy(by, context.asOf), context)).toEqual(expected);
    }),
    tries(500),
  );
});
