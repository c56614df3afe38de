import { expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import { presets } from '../presets/presets.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, first, personWith, preset } from '../testing/small-policy.ts';
import { evaluate, traceBytes } from './evaluate.ts';
import { replay } from './replay.ts';

const person = personWith({ severity: 'MISDEMEANOR' });
const history = smallHistory(person);

function recorded(policy = preset('la-2020')): Determination {
  return JSON.parse(traceBytes(first(person, policy))) as Determination;
}

test.each(presets.map((policy) => ({ name: policy.name, policy })))('$name gives the same again', ({ policy }) => {
  for (const determination of evaluate(history, policy, context)) {
    expect(replay(history, determination, policy)).toEqual({ identical: true });
  }
});

test('says what another history, or another version of the policy, makes of it', () => {
  const changed = smallHistory(personWith({ severity: 'FELONY' }));
  expect(replay(changed, recorded(), preset('la-2020'))).toMatchObject({
    identical: false,
    differences: expect.arrayContaining([
      { path: 'outcome', recorded: 'needs_review', replayed: 'dismiss' },
      { path: 'facts.severity', recorded: 'misdemeanor', replayed: 'felony' },
    ]) as unknown,
  });
  const next = { ...preset('la-2020'), version: '9.9.9' };
  expect(replay(history, recorded(), next)).toEqual({
    identical: false,
    differences: [{ path: 'trace.policyVersion', recorded: preset('la-2020').version, replayed: '9.9.9' }],
  });
});

test('says that a conviction is not in the history any more', () => {
  const gone = smallHistory(personWith({ offense: '459 PC' }));
  expect(replay(gone, recorded(), preset('la-2020'))).toEqual({
    identical: false,
    differences: [{ path: '', recorded: recorded() }],
  });
});

test('needs the routing table that it was made with', () => {
  const routing = { county: 'LOS ANGELES', version: '7', cite: 'none', routes: [] };
  const [made] = evaluate(history, preset('la-2020'), { ...context, routing });
  if (!made) throw new RangeError('no conviction');
  expect(made.trace.routing).toBe('LOS ANGELES 7');
  expect(replay(history, made, preset('la-2020'), routing)).toEqual({ identical: true });
  expect(replay(history, made, preset('la-2020')).identical).toBe(false);
});
