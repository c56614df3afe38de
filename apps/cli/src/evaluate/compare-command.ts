import { dirname } from 'node:path';
import { Command } from 'commander';
import { bearAsPolicy, presetNamed, type CompatFlow, type Policy } from '@clearance/eligibility';
import type { LocalDate } from '@clearance/record';
import { another, county, date, years } from './arguments.ts';
import { ArgumentProblem, chooseFlow, choosePolicy, oldTools, type ChosenFlow } from './choose-policy.ts';
import { explainNothing, refuseForeign } from './county-in-file.ts';
import { DifferenceDialect } from './difference-dialect.ts';
import { DifferenceFile } from './difference-file.ts';
import { evaluateInput } from './evaluate-input.ts';
import { openInput, WrongPath } from './input-file.ts';
import { onInterruption } from './interruption.ts';
import { makeFolder, refuseExisting } from './output-file.ts';
import { byteBar } from './progress.ts';

interface Options {
  input: string[];
  county: string;
  asOf: LocalDate;
  policy: string;
  options?: string;
  with?: string;
  out: string;
  age?: number;
  years?: number;
  force?: true;
  despiteCounty?: true;
}

/** `clearance compare`: each conviction on which a tool of 2020 and the product do not agree, and why. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description('Writes each conviction on which a tool of 2020 and the standard reading differ, and why (CSV).')
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .requiredOption('--input <file>', 'a file of the state; may be given more than once', another)
    .requiredOption('--county <name>', 'as the file names it, e.g. "SAN JOAQUIN"', county)
    .requiredOption('--as-of <date>', 'the day as of which ages and years are counted', date)
    .requiredOption('--policy <name>', oldTools.join(', '))
    .requiredOption('--out <file>', 'where the report goes')
    .option('--with <name>', 'the policy read standardly; the same choices, la-2020, or prop64-dismiss-all unless told')
    .option('--options <file>', 'what the office chose in BEAR')
    .option('--age <n>', 'la-pilot-2020: dismissed from this age on, 50 unless told', years)
    .option('--years <n>', 'la-pilot-2020: dismissed after so many years without a conviction, 10 unless told', years)
    .option('--force', 'writes over a report that is there already; refused without')
    .option('--despite-county', 'compares files that hardly name the county, or do not; refused without');
  return command.action(async (options: Options) => {
    try {
      const chosen = chooseFlow(options);
      if (!chosen) throw new ArgumentProblem(`--policy is one of ${oldTools.join(', ')}, not ${options.policy}`);
      const policy = options.with === undefined ? counterpart(chosen) : choosePolicy(options.with, options.county);
      if (!options.force) await refuseExisting([options.out]);
      if (!options.despiteCounty) await refuseForeign(options.county, options.input);
      await compare(options, chosen.flow, policy);
    } catch (error) {
      if (!(error instanceof ArgumentProblem || error instanceof WrongPath)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2 });
    }
  });
}

function counterpart(chosen: ChosenFlow): Policy {
  if (chosen.kind === 'bear') return bearAsPolicy(chosen.options);
  const policy = presetNamed(chosen.kind === 'la-pilot-2020' ? 'la-2020' : 'prop64-dismiss-all');
  if (!policy) throw new ArgumentProblem('say with --with which policy to compare with');
  return policy;
}

async function compare(
  { asOf, county: name, despiteCounty, input, out }: Options,
  flow: CompatFlow,
  policy: Policy,
): Promise<void> {
  const files = await Promise.all(input.map(openInput));
  const dialect = new DifferenceDialect(flow, policy, asOf);
  const folder = dirname(out);
  await makeFolder(folder);
  const sink = await DifferenceFile.create(out);
  const progress = byteBar();
  const interruption = onInterruption();
  interruption.first(() => sink.abandon());
  try {
    for (const file of files) {
      progress.begin(file.size);
      await evaluateInput(file, dialect, { sink, folder, progress });
    }
    if (dialect.convictions === 0) await explainNothing(name, input, despiteCounty);
    await sink.finish();
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    interruption.over();
    progress.stop();
  }
  process.stdout.write(
    `${out}: ${dialect.differing} of ${dialect.convictions} convictions differ between ${flow.name} and ` +
      `${policy.name} ${policy.version} (${sink.rejectedRows} rows rejected)\n`,
  );
}
