import { Command } from 'commander';
import type { LocalDate } from '@clearance/record';
import { another, county, date, years } from './arguments.ts';
import { ArgumentProblem, chooseFlow, choosePolicy, oldTools } from './choose-policy.ts';
import { CompatDialect } from './compat-dialect.ts';
import { explainNothing, refuseForeign } from './county-in-file.ts';
import type { FileCounts, Judge, ResultDialect } from './dialect.ts';
import { evaluateFiles } from './evaluate-files.ts';
import { WrongPath } from './input-file.ts';
import { byteBar } from './progress.ts';
import { onInterruption } from './interruption.ts';
import { refuseExisting } from './output-file.ts';
import { resultPaths } from './result-files.ts';
import { StandardDialect } from './standard-dialect.ts';

interface Options {
  input: string[];
  county: string;
  asOf: LocalDate;
  policy: string;
  options?: string;
  out: string;
  age?: number;
  years?: number;
  strict?: true;
  force?: true;
  despiteCounty?: true;
}

/** `clearance evaluate`: what a policy says of every conviction in one or more files of a county. */
export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .description('Evaluates the files of a county, and writes the rows with what the policy says of them.')
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .requiredOption('--input <file>', 'a file of the state; may be given more than once', another)
    .requiredOption('--county <name>', 'as the file names it, e.g. "SAN JOAQUIN"', county)
    .requiredOption('--as-of <date>', 'the day as of which ages and years are counted', date)
    .requiredOption('--policy <name>', `a policy by its name, or a file; ${oldTools.join(', ')} are the tools of 2020`)
    .requiredOption('--out <folder>', 'where the results go')
    .option('--options <file>', 'what the office chose in BEAR')
    .option('--age <n>', 'la-pilot-2020: dismissed from this age on, 50 unless told', years)
    .option('--years <n>', 'la-pilot-2020: dismissed after so many years without a conviction, 10 unless told', years)
    .option('--strict', 'exit 1 where rows were set aside')
    .option('--force', 'writes over results that are there already; refused without')
    .option('--despite-county', 'evaluates files that hardly name the county, or do not; refused without');
  return command.action(async (options: Options) => {
    try {
      const flow = chooseFlow(options);
      if (!options.force) await refuseExisting(resultPaths(options.out));
      if (!options.despiteCounty) await refuseForeign(options.county, options.input);
      await (flow
        ? run(options, new CompatDialect(flow.flow))
        : run(options, new StandardDialect(choosePolicy(options.policy, options.county), options)));
    } catch (error) {
      if (!(error instanceof ArgumentProblem || error instanceof WrongPath)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2 });
    }
  });
}

async function run<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  { county: name, despiteCounty, input, out, strict }: Options,
  dialect: ResultDialect<Fact, OfFile>,
): Promise<void> {
  const progress = byteBar();
  const interruption = onInterruption();
  let counts: FileCounts;
  try {
    counts = await evaluateFiles(dialect, {
      ...{ inputs: input, out, progress, whileWriting: interruption.first },
      beforeKeeping: async () => {
        if (dialect.inScope() === 0) await explainNothing(name, input, despiteCounty);
      },
    });
  } finally {
    interruption.over();
    progress.stop();
  }
  const { accepted, people, rejected, seconds } = counts;
  process.stdout.write(
    `${out}: ${accepted} rows (${rejected} rejected) of ${people} people, ${dialect.outcome()} in ${name}, ${seconds} s\n`,
  );
  if (strict && rejected > 0) process.exitCode = 1;
}
