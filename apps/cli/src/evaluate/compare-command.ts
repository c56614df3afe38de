import { dirname } from 'node:path';
import { Command } from 'commander';
import { bearAsPolicy, presetNamed, type CompatFlow, type Policy } from '@clearance/eligibility';
import type { LocalDate } from '@clearance/record';
import { another, county, date, years } from './arguments.ts';
import { ArgumentProblem, chooseFlow, choosePolicy, oldTools, type ChosenFlow } from './choose-policy.ts';
import { explainNothing, refuseForeign } from './county-in-file.ts';
import { harmlessLine } from './csv.ts';
import { DifferenceDialect, differenceHeaders } from './difference-dialect.ts';
import { differenceFormat } from './difference-format.ts';
import { evaluateInput } from './evaluate-input.ts';
import { inThisThread } from './evaluators.ts';
import { openInput, WrongPath } from './input-file.ts';
import { onInterruption } from './interruption.ts';
import { makeFolder, OutputFile, refuseExisting } from './output-file.ts';
import { OutputFiles } from './output-files.ts';
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
  const progress = byteBar();
  const interruption = onInterruption();
  // Said before the file is there: a signal may come at any time.
  interruption.first(() => OutputFile.removePart(out));
  const report = new OutputFiles([await OutputFile.create(out)]);
  let rejected = 0;
  try {
    await report.write(0, `${harmlessLine(differenceHeaders)}\n`);
    for (const file of files) {
      progress.begin(file.size);
      const evaluators = inThisThread(dialect, differenceFormat);
      const to = { files: report, format: differenceFormat, evaluators, folder, progress };
      rejected += (await evaluateInput([file], dialect, to)).rejected;
    }
    if (dialect.convictions === 0) await explainNothing(name, input, despiteCounty);
    await report.finish();
  } catch (error) {
    report.abandon();
    throw error;
  } finally {
    interruption.over();
    progress.stop();
  }
  process.stdout.write(
    `${out}: ${dialect.differing} of ${dialect.convictions} convictions differ between ${flow.name} and ` +
      `${policy.name} ${policy.version} (${rejected} rows rejected)\n`,
  );
}
