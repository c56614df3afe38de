import { presetNamed } from '@clearance/eligibility';
import { afterEach, describe, expect, it } from 'vitest';
import { PolicyExaminer } from './policy-examiner.ts';

const la = presetNamed('la-2020');
const [first, ...others] = la?.rules ?? [];
/** Conditions that exclude each other, so that the order is looked through as long as the budget lasts. */
const long = {
  ...la,
  version: '9.0.0',
  title: 'Long',
  rules: Array.from({ length: 150 }, (_, grams) => ({
    ...first,
    id: `r${grams}`,
    when: { all: [{ term: 'amount', compare: 'over', grams: 999 - grams }, { not: { term: 'deceased' } }] },
  })),
};

describe('policies are examined in threads', () => {
  let examiner: PolicyExaminer;
  const make = (policyCheckSeconds: number) =>
    (examiner = new PolicyExaminer({ policyCheckSeconds }, { error: () => undefined }));
  afterEach(() => examiner.onModuleDestroy());

  it('and what they answer is what a check says', async () => {
    const examined = await make(60).examine('a', la);
    expect(examined).toMatchObject({ check: { ok: true }, policy: { name: 'la-2020' }, problem: null });
    expect(await examiner.usable('a', la)).toMatchObject({ policy: { name: 'la-2020' } });
    await expect(examiner.usable('a', { ...la, rules: [] })).rejects.toMatchObject({ code: 'policy_invalid' });
    const before = JSON.stringify(la);
    const after = JSON.stringify({ ...la, rules: others });
    const found = await examiner.ask('a', { kind: 'differences', before, after });
    expect(found).toMatchObject({ parts: [{ part: 'rule', id: first?.id, change: 'removed' }] });
    expect(await examiner.ask('a', { kind: 'differences', before, after: '7' })).toHaveProperty('problem');
  });

  it('while this one goes on', async () => {
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    turn();
    const seen = await make(60)
      .examine('a', long)
      .finally(() => (isDone = true));
    expect(seen?.check.problems.map(({ message }) => message).join()).toContain('too many, or too closely connected');
    expect(turns).toBeGreaterThan(20);
  });

  it('that are ended when it takes too long, and the next text is examined as if nothing had been', async () => {
    make(0.000_1);
    expect(await examiner.examine('a', long)).toBeUndefined();
    await expect(examiner.usable('a', long)).rejects.toMatchObject({
      code: 'policy_invalid',
      message: expect.stringContaining('was ended') as string,
    });
    await examiner.onModuleDestroy();
    make(60);
    expect(await examiner.examine('a', la)).toMatchObject({ check: { ok: true } });
  });

  it('one of a county at a time, so that others need not wait for all of its texts', async () => {
    make(60);
    const order: string[] = [];
    const ask = (county: string, body: unknown, name: string) =>
      examiner.examine(county, body).then(() => void order.push(name));
    await Promise.all([
      ...['a1', 'a2', 'a3', 'a4'].map((name) => ask('a', long, name)),
      ...['b1', 'b2'].map((name) => ask('b', la, name)),
    ]);
    expect(order.indexOf('b2')).toBeLessThan(order.indexOf('a4'));
  });

  it('and a county that asks for too much at once is told so', async () => {
    make(60);
    const asked = await Promise.allSettled(Array.from({ length: 25 }, () => examiner.examine('a', la)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ reason: { code: 'policy_check_busy' } });
    expect(await examiner.examine('a', la)).toMatchObject({ check: { ok: true } });
  });
});
