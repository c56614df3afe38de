import { Command } from 'commander';
import { presetNamed, presets } from '@clearance/eligibility';
import { oldTools } from '../evaluate/choose-policy.ts';
import { listPresets, tellPolicy } from './tell.ts';

interface Options {
  spanish?: true;
}

/** `clearance presets`: the policies that come with the program, and what one of them says. */
export function presetsCommand(): Command {
  const command = new Command('presets')
    .description(
      'Lists what --policy takes by name, or says the rules of one policy and what an attorney must confirm.',
    )
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .argument('[name]', 'the policy to say in full')
    .option('--spanish', 'says the rules in Spanish');
  return command.action((name: string | undefined, { spanish }: Options) => {
    if (name === undefined) {
      process.stdout.write(listPresets(presets, oldTools));
      return;
    }
    const policy = presetNamed(name);
    if (!policy) {
      const why = oldTools.includes(name) ? 'is a tool of 2020 and has no rules of its own' : 'is no policy';
      const names = presets.map((preset) => preset.name).join(', ');
      return command.error(`error: ${name} ${why}; policies: ${names}`, { exitCode: 2 });
    }
    process.stdout.write(tellPolicy(policy, spanish ? 'es' : 'en'));
  });
}
