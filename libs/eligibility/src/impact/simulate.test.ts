import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import type { Policy, Rule } from '../policy/policy.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, felony, personWith, policyOf, preset } from '../testing/small-policy.ts';
import { impact } from './impact.ts';
import { simulate } from './simulate.ts';
import type { Simulation } from './simulate.ts';
import { sumOfSimulations } from './sum.ts';

function simulated(people: readonly SmallPerson[], before: Policy, after: Policy): Simulation {
  const histories = people.map((one, index) => ({ person: `person ${index}`, history: smallHistory(one) }));
  return simulate(histories, before, after, context);
}

test('lists every conviction that moves, with where from, where to and the rule that moved it', () => {
  const people = [personWith({}), personWith({ severity: 'MISDEMEANOR' }), personWith({ offense: '459 PC' })];
  const { after, before, flows, movers, moves } = simulated(
    people,
    preset('prop64-dismiss-all'),
    preset('san-diego-2020'),
  );
  expect(moves).toEqual([
    {
      person: 'person 0',
      convictionKey: 'CASE101|001|11359 HS|20050101',
      section: 'HS 11359',
      severity: 'felony',
      date: '2005-01-01',
      from: { outcome: 'dismiss', ruleId: 'cannabis-conviction' },
      to: { outcome: 'reduce', order: 'redesignation', ruleId: 'felony' },
      movedBy: { policy: 'after', ruleId: 'felony' },
    },
  ]);
  expect(flows).toEqual([{ from: 'dismiss', to: 'reduce', convictions: 1, people: 1 }]);
  expect(movers).toEqual([{ policy: 'after', ruleId: 'felony', convictions: 1 }]);
  expect([before.byOutcome.dismiss, after.byOutcome.dismiss, after.byOutcome.reduce]).toEqual([2, 1, 1]);
  expect([before.people.noConvictionLeft, after.people.noConvictionLeft]).toEqual([2, 1]);
});

describe('the rule that moved a conviction', () => {
  const movedBy = (before: Policy, after: Policy, one = personWith({ severity: 'FELONY' })) =>
    simulated([one], before, after).moves.map((move) => move.movedBy);
  const deceased = { term: 'deceased' } as const;
  const young = { term: 'age_at_conviction', compare: 'under', years: 30 } as const;
  const named = (policy: Policy, ...ids: string[]): Policy => ({
    ...policy,
    rules: ids.flatMap((id) => policy.rules.find((rule) => rule.id === id) ?? []),
  });
  const three = policyOf([felony, 'dismiss'], [young, 'reduce'], [deceased, 'not_eligible']);

  test('is a new one that takes it', () => {
    expect(movedBy(named(three, 'rule-2'), three)).toEqual([{ policy: 'after', ruleId: 'rule-1' }]);
  });

  test('is the old one that no longer holds it, where it falls through to what was there all along', () => {
    expect(movedBy(three, named(three, 'rule-2'))).toEqual([{ policy: 'before', ruleId: 'rule-1' }]);
    expect(movedBy(three, named(three, 'rule-3'))).toEqual([{ policy: 'before', ruleId: 'rule-1' }]);
  });

  test('is one that has come forward', () => {
    expect(movedBy(three, named(three, 'rule-2', 'rule-1'))).toEqual([{ policy: 'after', ruleId: 'rule-2' }]);
  });

  test('is the same one where it leads elsewhere now', () => {
    const changed = { ...three, rules: three.rules.map((rule): Rule => ({ ...rule, then: { outcome: 'refer' } })) };
    expect(movedBy(three, changed)).toEqual([{ policy: 'after', ruleId: 'rule-1' }]);
  });

  test('is one whose list has changed', () => {
    const cannabis = three.lists['cannabis'];
    if (!cannabis) throw new RangeError('no list');
    const byList = (entries: readonly { statute: string }[]): Policy => ({
      ...policyOf([{ term: 'offense', in: 'mine' }, 'dismiss']),
      lists: { ...three.lists, mine: { ...cannabis, entries } },
    });
    expect(movedBy(byList([{ statute: 'HS 11359' }]), byList([{ statute: 'HS 11358' }]))).toEqual([
      { policy: 'before', ruleId: 'rule-1' },
    ]);
  });

  test('is the first that may hold where a fact is missing', () => {
    const unsaid = personWith({ severity: '' });
    expect(movedBy(policyOf([young, 'dismiss']), three, unsaid)).toEqual([{ policy: 'after', ruleId: 'rule-1' }]);
  });

  test('is the otherwise where that has changed', () => {
    const other = { ...three, otherwise: { ...three.otherwise, then: { outcome: 'dismiss' } as const } };
    expect(movedBy(named(three, 'rule-3'), named(other, 'rule-3'))).toEqual([{ policy: 'after', ruleId: 'otherwise' }]);
  });
});

const policy = fc.oneof(fc.constantFrom(...presets), anyPolicy);
const people = fc.array(smallPerson, { minLength: 1, maxLength: 4 });

test('says of each policy what its impact alone says, and moves exactly what the determinations tell apart', () => {
  fc.assert(
    fc.property(people, policy, policy, (some, before, after) => {
      const simulation = simulated(some, before, after);
      const histories = some.map(smallHistory);
      const evaluated = (by: Policy) =>
        histories.map((history) => ({ history, determinations: evaluate(history, by, context) }));
      expect(simulation.before).toEqual(impact(evaluated(before), before, context));
      expect(simulation.after).toEqual(impact(evaluated(after), after, context));
      const then = evaluated(before).flatMap(({ determinations }) => determinations);
      const now = evaluated(after).flatMap(({ determinations }) => determinations);
      const said = (one: (typeof then)[number] | undefined) => [one?.outcome, one?.agency, one?.order].join(' ');
      const different = then.filter((one, index) => said(one) !== said(now[index]));
      expect(simulation.moves.map((move) => move.convictionKey)).toEqual(different.map((one) => one.convictionKey));
    }),
    { numRuns: 100 },
  );
});

test('counts each conviction once in every way of telling them apart', () => {
  fc.assert(
    fc.property(people, policy, policy, (some, before, after) => {
      const simulation = simulated(some, before, after);
      const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
      for (const { by, byOutcome, convictions, people: counted } of [simulation.before, simulation.after]) {
        expect(total(byOutcome)).toBe(convictions);
        for (const values of Object.values(by)) {
          expect(Object.values(values).reduce((sum, counts) => sum + total(counts), 0)).toBe(convictions);
        }
        expect(counted.withRelief).toBeLessThanOrEqual(counted.all);
        for (const left of [counted.noFelonyLeft, counted.noConvictionLeft, counted.noneInSevenYears]) {
          expect(left).toBeLessThanOrEqual(counted.withRelief);
        }
      }
      const { flows, movers, moves } = simulation;
      expect(flows.reduce((sum, { convictions }) => sum + convictions, 0)).toBe(moves.length);
      expect(movers.reduce((sum, { convictions }) => sum + convictions, 0)).toBe(moves.length);
      expect(simulated(some, before, before)).toMatchObject({ flows: [], movers: [], moves: [] });
    }),
    { numRuns: 100 },
  );
});

test('may be done in parts that add up to the whole', () => {
  fc.assert(
    fc.property(people, policy, policy, (some, before, after) => {
      const parts = some.map((one, index) =>
        simulate([{ person: `person ${index}`, history: smallHistory(one) }], before, after, context),
      );
      expect(sumOfSimulations(parts)).toEqual(simulated(some, before, after));
    }),
    { numRuns: 50 },
  );
});
