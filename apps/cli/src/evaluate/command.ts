import { Command } from 'commander';
import type { LocalDate } from '@clearance/record';
import { another, county, date, years } from './arguments.ts';
import { ArgumentProblem, chooseFlow, choosePolicy, oldTools, type PolicyArguments } from './choose-policy.ts';
import { explainNothing, refuseForeign } from './county-in-file.ts';
import type { FileCounts, Format, ResultDialect } from './dialect.ts';
import { evaluateFiles } from './evaluate-files.ts';
import { inThisThread, inThreads } from './evaluators.ts';
import { filesGiven } from './given-files.ts';
import { WrongPath } from './input-file.ts';
import { byteBar } from './progress.ts';
import { onInterruption } from './interruption.ts';
import { refuseExisting } from './output-file.ts';
import { evaluationBy, type Recipe } from './recipe.ts';
import { resultPaths } from './result-files.ts';

interface Options {
  input: string[];
  county: string;
  asOf: LocalDate;
  policy: string;
  options?: string;
  out: string;
  age?: number;
  years?: number;
  harmless?: true;
  strict?: true;
  force?: true;
  despiteCounty?: true;
  despiteParts?: true;
}

/** `clearance evaluate`: what a policy says of every conviction in one or more files of a county. */
export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .description('Evaluates the files of a county, and writes the rows with what the policy says of them.')
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .requiredOption('--input <path>', 'a file of the state, or a folder of them; may be given more than once', another)
    .requiredOption('--county <name>', 'as the file names it, e.g. "SAN JOAQUIN"', county)
    .requiredOption('--as-of <date>', 'the day as of which ages and years are counted', date)
    .requiredOption('--policy <name>', `a policy by its name, or a file; ${oldTools.join(', ')} are the tools of 2020`)
    .requiredOption('--out <folder>', 'where the results go')
    .option('--options <file>', 'what the office chose in BEAR')
    .option('--age <n>', 'la-pilot-2020: dismissed from this age on, 50 unless told', years)
    .option('--years <n>', 'la-pilot-2020: dismissed after so many years without a conviction, 10 unless told', years)
    .option(
      '--harmless',
      'puts an apostrophe before what a spreadsheet would calculate; the tools of 2020 leave such cells as they stand',
    )
    .option('--strict', 'exit 1 where rows were set aside')
    .option('--force', 'writes over results that are there already; refused without')
    .option('--despite-county', 'evaluates files that hardly name the county, or do not; refused without')
    .option('--despite-parts', 'evaluates files of which a part seems to be missing; refused without');
  return command.action(async (given: Options) => {
    try {
      const options = { ...given, input: await inputsOf(given) };
      const flow = chooseFlow(options);
      if (!options.force) await refuseExisting(resultPaths(options.out, !flow));
      if (!options.despiteCounty) await refuseForeign(options.county, options.input);
      const { asOf, county: name } = options;
      const recipe: Recipe = flow
        ? { kind: 'compat', chosen: argumentsOf(options), harmless: options.harmless === true }
        : { kind: 'standard', policy: choosePolicy(options.policy, name), asOf, county: name };
      await evaluationBy(recipe, { with: (dialect, format) => run(options, recipe, dialect, format) });
      if (flow && !options.harmless) process.stderr.write(LIVE_CELLS);
    } catch (error) {
      if (!(error instanceof ArgumentProblem || error instanceof WrongPath)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2 });
    }
  });
}

/** The files that were given, also as folders. Says what was passed over. */
async function inputsOf({ input }: Options): Promise<string[]> {
  const { paths, skipped } = await filesGiven(input);
  if (skipped.length > 0) process.stderr.write(`note: no criminal-history files, and skipped: ${skipped.join(', ')}\n`);
  return [...paths];
}

const LIVE_CELLS =
  'note: the cells are written as the tool of 2020 wrote them, and a spreadsheet may calculate some of them; ' +
  '--harmless puts an apostrophe before those\n';

/** Below this size, in bytes, one thread is done before others have begun. */
const WORTH_THREADS = 16 * 1024 * 1024;

function argumentsOf({ age, asOf, county: name, options, policy, years: since }: Options): PolicyArguments {
  return {
    ...{ policy, county: name, asOf },
    ...(options === undefined ? {} : { options }),
    ...(age === undefined ? {} : { age }),
    ...(since === undefined ? {} : { years: since }),
  };
}

async function run<Fact extends { readonly line: number }, Counted>(
  { county: name, despiteCounty, despiteParts, input, out, strict }: Options,
  recipe: Recipe,
  dialect: ResultDialect<Fact, Counted>,
  format: Format,
): Promise<void> {
  const progress = byteBar();
  const interruption = onInterruption();
  let counts: FileCounts;
  try {
    counts = await evaluateFiles(dialect, {
      ...{ inputs: input, out, progress, despiteParts: despiteParts === true, whileWriting: interruption.first },
      evaluators: (bytes) => (bytes < WORTH_THREADS ? inThisThread(dialect, format) : inThreads<Counted>(recipe)),
      beforeKeeping: async () => {
        if (dialect.inScope() === 0) await explainNothing(name, input, despiteCounty);
      },
    });
  } finally {
    interruption.over();
    progress.stop();
  }
  const { accepted, people, rejected, repeated, seconds, unassigned } = counts;
  if (repeated > 0) process.stderr.write(`note: ${repeated} rows stand in an earlier file as well, and count once\n`);
  const balance = dialect.balance(counts);
  const account = balance === undefined ? '' : `; ${balance}`;
  const nobodys = unassigned > 0 ? `, ${unassigned} of them of nobody who can be told` : '';
  process.stdout.write(
    `${out}: ${accepted} rows (${rejected} rejected${nobodys}) of ${people} people, ${dialect.outcome()} in ${name}${account}, ${seconds} s\n`,
  );
  if (strict && rejected > 0) process.exitCode = 1;
}
