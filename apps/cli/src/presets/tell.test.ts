import { presetNamed, presets, type Policy } from '@clearance/eligibility';
import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { oldTools } from '../evaluate/choose-policy.ts';
import { presetsCommand } from './command.ts';
import { listPresets, tellPolicy } from './tell.ts';

const named = (name: string): Policy => {
  const policy = presetNamed(name);
  if (!policy) throw new RangeError(name);
  return policy;
};

describe('clearance presets', () => {
  test('lists every name that --policy takes, and how much is to be confirmed', () => {
    const lines = listPresets(presets, oldTools).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([...presets.map(({ name }) => name), ...oldTools]);
    expect(lines.find((line) => line.startsWith('la-2021'))).toMatch(/Los Angeles, September 2021 \(2 to confirm\)$/);
    expect(lines.find((line) => line.startsWith('mi-clean-slate'))).not.toContain('to confirm');
    expect(lines.at(-1)).toMatch(/^san-joaquin-2020 /);
  });

  test('says a policy in sentences, with its citations and each note at its place', () => {
    const said = tellPolicy(named('san-diego-2020'), 'en');
    expect(said).toMatch(
      /^San Diego, 2020 \(san-diego-2020 2\.0\.0, HS 11361\.9\)\nTo confirm: 3\n {2}A conviction set aside/,
    );
    expect(said).toContain(
      'otherwise: A person reviews it in every other case.\n  HS 11361.9\n' +
        '  To confirm: What San Diego did with infractions is not in the published rule.\n',
    );
    expect(said.match(/To confirm: [A-Z]/g)).toHaveLength(2);
  });

  test('says it in Spanish, notes included', () => {
    const said = tellPolicy(named('san-diego-2020'), 'es');
    expect(said).toContain('Por confirmar: 3\n  Una condena dejada sin efecto');
    expect(said).toContain('Por confirmar: Lo que San Diego hizo con las infracciones');
    expect(said).not.toContain('To confirm');
  });

  test('says nothing of confirming where nothing is open', () => {
    expect(tellPolicy(named('mi-clean-slate'), 'en')).not.toContain('To confirm');
  });

  test.each([
    ['bear', 'error: bear is a tool of 2020 and has no rules of its own; policies: prop64-dismiss-all, '],
    ['beer', 'error: beer is no policy; policies: prop64-dismiss-all, '],
  ])('refuses %s in one line', async (name, says) => {
    let said = '';
    const command = presetsCommand().configureOutput({ writeErr: (text) => (said += text) });
    await expect(command.parseAsync([name], { from: 'user' })).rejects.toThrow(CommanderError);
    expect(said.startsWith(says)).toBe(true);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
  });
});
