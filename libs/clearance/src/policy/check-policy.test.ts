import { presetNamed } from '@clearance/eligibility';
import { describe, expect, it } from 'vitest';
import { checkPolicy, digestOf, usablePolicy } from './check-policy.ts';

const la = presetNamed('la-2020');
const [first, ...others] = la?.rules ?? [];

describe('the check of a policy', () => {
  it('finds nothing wrong with a preset and reads it aloud, in both languages', () => {
    expect(checkPolicy(la)).toMatchObject({ ok: true });
    expect(checkPolicy(la).sentences.at(-1)?.sentence).toBe('A person reviews it in every other case.');
    expect(checkPolicy(la, 'es').sentences.at(-1)?.sentence).toBe('Lo revisa una persona en todos los demás casos.');
  });

  it('says where a problem is, with numbers for places in a list', () => {
    const when = { all: [{ term: 'offense', in: 'nowhere' }] };
    const check = checkPolicy({ ...la, rules: [{ ...first, when }, ...others] });
    expect(check.ok).toBe(false);
    expect(check.problems[0]).toMatchObject({ path: ['rules', 0, 'when', 'all', 0, 'in'], severity: 'error' });
    expect(check.sentences.length).toBeGreaterThan(others.length);
  });

  it('does not let a policy go by the name of another one', () => {
    const { problems, ok } = checkPolicy({ ...la, rules: others });
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ path: ['version'], severity: 'error' });
    expect(checkPolicy({ ...la, rules: others, version: '1.2.0', title: 'Ours' })).toMatchObject({ ok: true });
  });

  it('warns of what an attorney has still to confirm, at its place, and lets it be published', () => {
    const marked = { ...la, version: '9.0.0', title: 'Ours', rules: [{ ...first, confirm: 'The day.' }, ...others] };
    expect(checkPolicy(marked)).toMatchObject({ ok: true });
    expect(checkPolicy(marked).problems).toContainEqual({
      path: ['rules', 0, 'confirm'],
      message: 'To confirm: The day.',
      severity: 'warning',
    });
  });

  it.each([null, 7, 'x', [], {}, { rules: 'no' }, JSON.parse('{"__proto__": {"title": "x"}}')])(
    'answers what is no policy: %j',
    (body: unknown) => {
      const check = checkPolicy(body);
      expect(check).toMatchObject({ ok: false, sentences: [] });
      expect(check.problems.length).toBeGreaterThan(0);
      expect(usablePolicy(body)).toHaveProperty('problem');
    },
  );

  it('answers what goes deeper than anybody could read', () => {
    let when: unknown = { term: 'deceased' };
    for (let depth = 0; depth < 20_000; depth += 1) when = { not: when };
    const body = { ...la, rules: [{ ...first, when }] };
    expect(checkPolicy(body)).toMatchObject({ ok: false, problems: [{ path: [] }] });
    expect(usablePolicy(body)).toHaveProperty('problem');
  });

  it('refuses texts that no database takes', () => {
    for (const title of ['a\u0000b', '\ud800', 'two\nlines']) {
      expect(checkPolicy({ ...la, title }).problems[0]).toMatchObject({ path: ['title'] });
    }
  });

  it('gives a policy one digest however it is written, and another policy another', () => {
    const again = Object.fromEntries(Object.entries(la ?? {}).reverse());
    expect(digestOf(again)).toBe(digestOf(la));
    expect(digestOf({ ...la, title: ` ${la?.title ?? ''} ` })).toBe(digestOf(la));
    expect(digestOf({ ...la, rules: others })).not.toBe(digestOf(la));
    expect(digestOf({})).toMatch(/^[0-9a-f]{64}$/);
  });
});
