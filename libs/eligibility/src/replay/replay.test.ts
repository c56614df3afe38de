import { DIALECT } from '@clearance/record';
import { expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import { traceBytes } from '../evaluate/evaluate.ts';
import { presets } from '../presets/presets.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { smallRows } from '../testing/small-history.ts';
import { context, first, personWith, preset } from '../testing/small-policy.ts';
import type { Ground } from './engine.ts';
import { engineOf } from './engines.ts';
import type { RecordedDetermination } from './replay.ts';
import { replay } from './replay.ts';

const person = personWith({ severity: 'MISDEMEANOR' });
const ground: Ground = { rows: smallRows(person), beside: {}, wordings: [], policy: preset('la-2020'), context };

function recorded(more: Partial<RecordedDetermination> = {}): RecordedDetermination {
  const made = first(person, ground.policy);
  return { bytes: traceBytes(made), dialect: DIALECT, isOf: (key) => key === made.convictionKey, ...more };
}

test.each(presets.map((policy) => ({ name: policy.name, policy })))('$name gives the same again', ({ policy }) => {
  for (const { bytes, convictionKey } of engineOf(DIALECT)?.({ ...ground, policy }) ?? []) {
    const isOf = (key: string) => key === convictionKey;
    expect(replay({ ...ground, policy }, { bytes, dialect: DIALECT, isOf })).toEqual({ result: 'identical' });
  }
});

test('says what other rows, or another version of the policy, make of it', () => {
  const rows = smallRows(personWith({ severity: 'FELONY' }));
  expect(replay({ ...ground, rows }, recorded())).toMatchObject({
    result: 'different',
    differences: expect.arrayContaining([
      { path: 'outcome', recorded: 'needs_review', replayed: 'dismiss' },
      { path: 'facts.severity', recorded: 'misdemeanor', replayed: 'felony' },
    ]) as unknown,
  });
  const policy = { ...ground.policy, version: '9.9.9' };
  expect(replay({ ...ground, policy }, recorded())).toEqual({
    result: 'different',
    differences: [{ path: 'trace.policyVersion', recorded: ground.policy.version, replayed: '9.9.9' }],
  });
});

test('says that a conviction is not in the history any more', () => {
  const rows = smallRows(personWith({ offense: '459 PC' }));
  const gone = recorded();
  expect(replay({ ...ground, rows }, gone)).toEqual({
    result: 'different',
    differences: [{ path: '', recorded: JSON.parse(gone.bytes) as Determination }],
  });
});

test('tells bytes that are none, and bytes that only read the same', () => {
  const { bytes } = recorded();
  expect(replay(ground, recorded({ bytes: 'nothing' }))).toMatchObject({
    differences: [{ path: '', recorded: 'nothing', replayed: JSON.parse(bytes) as Determination }],
  });
  expect(replay(ground, recorded({ bytes: ` ${bytes}` }))).toEqual({
    result: 'different',
    differences: [{ path: '', recorded: ` ${bytes}`, replayed: bytes }],
  });
});

test('needs the routing table and the wordings that it was made with', () => {
  const routing: RoutingTable = { county: 'LOS ANGELES', version: '7', cite: 'none', routes: [] };
  const rows = smallRows(personWith({ disposition: 'DISPO OF OURS' }));
  const own: Ground = {
    ...{ ...ground, rows, wordings: [{ wording: 'DISPO OF OURS', kind: 'convicted' }] },
    context: { ...context, routing },
  };
  const [made] = engineOf(DIALECT)?.(own) ?? [];
  if (!made) throw new RangeError('no conviction');
  const said = recorded({ bytes: made.bytes, isOf: (key) => key === made.convictionKey });
  expect(replay(own, said)).toEqual({ result: 'identical' });
  expect(replay({ ...own, context }, said).result).toBe('different');
  expect(replay({ ...own, wordings: [] }, said).result).toBe('different');
});

test.each(['standard/1', 'standard/3', 'standard/99', 'constructor', ''])(
  'says that the engine of %j is not shipped, and not that anything differs',
  (dialect) => {
    expect(replay(ground, recorded({ dialect }))).toEqual({ result: 'no_engine' });
  },
);
