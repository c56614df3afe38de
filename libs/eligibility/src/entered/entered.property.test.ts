import type { EnteredFact, EnteredValue, History } from '@clearance/record';
import { buildHistory, localDate, packHistory, unpackHistory } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { evaluate, traceBytes } from '../evaluate/evaluate.ts';
import { personOf } from '../facts/person.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import { smallRows } from '../testing/small-history.ts';
import { tries } from '../testing/tries.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
const policy = fc.oneof(fc.constantFrom(...presets), anyPolicy);

const signed = (values: readonly EnteredValue[]): EnteredFact[] =>
  values.map((value, at) => ({
    ...value,
    ...{ id: `fact-${at}`, source: 'docket', reference: '98-1234', by: 'Mei Chen', on: localDate('2026-11-30') },
  }));

/** Everything of a history that is known, entered as a person would. */
function whatItSays(history: History): EnteredValue[] {
  const person = personOf(history);
  const values: EnteredValue[] = [];
  if (person.birth.state === 'known') values.push({ kind: 'birth_date', date: person.birth.value });
  for (const event of person.events) {
    const conviction = event.conviction.key;
    if (event.date.state === 'known') values.push({ kind: 'conviction_date', conviction, date: event.date.value });
    const end = person.sentenceEndOf(event);
    if (end.state === 'known') values.push({ kind: 'sentence_end', conviction, date: end.value });
    if (event.convicted.state === 'known') {
      values.push({ kind: 'disposition', conviction, means: 'convicted', text: 'CONVICTED' });
    }
    const { relief } = event;
    if (relief.state === 'known') {
      const means = ({ none: 'none', ended: 'relieved', reduced: 'reduced' } as const)[relief.value.how];
      values.push({ kind: 'relief', conviction, means, text: relief.value.text });
      const { severity } = event;
      if (severity.state === 'known' && means === 'none') {
        values.push({ kind: 'severity', conviction, severity: severity.value });
      }
    }
  }
  return values;
}

const decisions = (history: History, by: (typeof presets)[number]) =>
  evaluate(history, by, context).map(({ outcome, reason, ruleId }) => ({ outcome, reason, ruleId }));

test('entering what the file says changes no outcome, rule or reason', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const rows = smallRows(person);
      const plain = buildHistory(rows);
      const entered = signed(whatItSays(plain));
      fc.pre(entered.length > 0);
      const history = buildHistory(rows, undefined, { entered });
      expect(decisions(history, by)).toEqual(decisions(plain, by));
      for (const { enteredFacts = [] } of evaluate(history, by, context)) {
        expect(new Set(enteredFacts.map(({ standing }) => standing))).toEqual(new Set(['same_as_file']));
      }
    }),
    tries(200),
  );
});

test('with nothing entered, or all of it withdrawn, the bytes are those of the file alone', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const rows = smallRows(person);
      const bytes = (history: History) => evaluate(history, by, context).map(traceBytes);
      expect(bytes(buildHistory(rows, undefined, { entered: [] }))).toEqual(bytes(buildHistory(rows)));
    }),
    tries(100),
  );
});

const anyDay = fc
  .tuple(fc.integer({ min: 1940, max: 2020 }), fc.constantFrom('02-13', '02-14', '02-28', '11-09'))
  .map(([year, rest]) => localDate(`${year}-${rest}`));

test('what contradicts a date of the file, or another person, never leads to relief by itself', () => {
  fc.assert(
    fc.property(smallPerson, fc.uniqueArray(anyDay, { minLength: 2, maxLength: 3 }), policy, (person, days, by) => {
      const rows = smallRows(person);
      const unborn = rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell === person.born ? '' : cell)),
      }));
      fc.pre(person.born !== '');
      const disputed = signed(days.map((date) => ({ kind: 'birth_date', date })));
      expect(decisions(buildHistory(unborn, undefined, { entered: disputed }), by)).toEqual(
        decisions(buildHistory(unborn), by),
      );
    }),
    tries(200),
  );
});

test('a packed history with what was entered gives the same bytes as the whole one', () => {
  fc.assert(
    fc.property(smallPerson, anyDay, policy, (person, date, by) => {
      const rows = smallRows(person);
      const whole = buildHistory(rows);
      const [first] = whole.convictions;
      const values: EnteredValue[] = [{ kind: 'birth_date', date }];
      if (first) {
        values.push({ kind: 'severity', conviction: first.key, severity: 'misdemeanor' });
        values.push({ kind: 'not_same_person', conviction: first.key, scope: 'cycle' });
      }
      const entered = signed(values);
      const bytes = (history: History) => evaluate(history, by, context).map(traceBytes);
      expect(bytes(unpackHistory(packHistory(whole), undefined, { entered }))).toEqual(
        bytes(buildHistory(rows, undefined, { entered })),
      );
    }),
    tries(200),
  );
});
