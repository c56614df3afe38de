import { presetNamed, validatePolicy, type Policy } from '@clearance/eligibility';
import { describe, expect, it } from 'vitest';
import { nameProblems, namedAsOwn, textOf } from './own-name.ts';

const la = presetNamed('la-2020') as Policy;
const own = (body: unknown, next = 2) => namedAsOwn(body, 'San Joaquin', next) as Policy;
const places = (policy: Policy) => nameProblems(policy).map(({ path }) => path[0]);

describe('a policy that a county writes', () => {
  it('begins under a title and a label of its own, and says the same', () => {
    const begun = own(la);
    expect(begun.title).toBe('Los Angeles, February 2020, as changed by San Joaquin');
    expect(begun.version).toBe(`${la.version}-san-joaquin.2`);
    expect(textOf(begun)).toBe(textOf(la));
    expect(validatePolicy(begun)).toMatchObject({ ok: true });
    const again = own(begun, 3);
    expect([again.title, again.version]).toEqual([begun.title, `${la.version}-san-joaquin.3`]);
    expect(validatePolicy(namedAsOwn(la, 'A County With A Name Longer Than Any Label May Be', 99))).toMatchObject({
      ok: true,
    });
  });

  it('cannot go by the label or the title of a ready-made policy once it says something else', () => {
    expect(places(la)).toEqual([]);
    const changed = { ...la, rules: la.rules.slice(1) };
    expect(places(changed)).toEqual(['version', 'title']);
    expect(places({ ...changed, version: '9.0.0' })).toEqual(['title']);
    expect(places(own(changed))).toEqual([]);
    expect(nameProblems(changed).every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is left as it is where it is no policy', () => {
    for (const body of [null, 3, 'x']) expect(namedAsOwn(body, 'Yolo', 1)).toBe(body);
    expect(namedAsOwn({ rules: 1 }, 'Yolo', 1)).toEqual({ rules: 1 });
  });
});
