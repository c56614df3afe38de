import { Command, InvalidArgumentError, Option } from 'commander';
import { localDate, type LocalDate } from '@clearance/record';
import { WrongPath } from '../evaluate/input-file.ts';
import { refuseExisting } from '../evaluate/output-file.ts';
import { filesOf, generateFile } from './generate-file.ts';
import { progressBar } from './progress.ts';

interface Options {
  county: string;
  rows: number;
  seed: number;
  out: string;
  asOf: LocalDate;
  dirty: number;
  scatter?: true;
  fillers: 'none' | 'plain' | 'quoted';
  rowsPerPerson: number;
  force?: true;
}

/** `clearance generate`: an invented county with what is true of it. The same arguments give the same bytes. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Invents the file of a county, and beside it FILE.truth.csv with what is true of each conviction.')
    .exitOverride()
    .requiredOption('--county <name>', 'as the file names it, e.g. "SAN JOAQUIN"', county)
    .requiredOption('--rows <n>', 'data rows, damaged ones included', whole)
    .requiredOption('--out <file>', 'where the file goes')
    .option('--seed <n>', 'another number, another county', whole, 1)
    .option('--as-of <date>', 'nothing in the file is later', date, localDate('2026-01-01'))
    .option('--dirty <rate>', 'share of damaged rows, from 0 up to 1', rate, 0)
    .option('--scatter', 'the rows of a person stand apart')
    .addOption(
      new Option('--fillers <how>', 'how empty cells are written: the state quotes its fillers')
        .choices(['none', 'plain', 'quoted'])
        .default('none'),
    )
    .option('--rows-per-person <n>', 'about how long histories are', whole, 33)
    .option('--force', 'writes over a file that is there already; refused without')
    .action(async (options: Options, command: Command) => {
      if (!options.force) await refuse(options.out, command);
      const bar = progressBar(options.rows);
      const totals = await generateFile(options, bar.update);
      bar.stop();
      process.stdout.write(
        `${options.out}: ${totals.rows} rows (${totals.damaged} damaged), ${totals.bytes} bytes, ${totals.people} people, ` +
          `${totals.peopleInScope} in scope, ${Object.values(totals.inScope).reduce((a, b) => a + b)} convictions in scope, without counts that may be one\n`,
      );
    });
}

async function refuse(out: string, command: Command): Promise<void> {
  try {
    await refuseExisting(filesOf(out));
  } catch (error) {
    if (!(error instanceof WrongPath)) throw error;
    command.error(`error: ${error.message}`, { exitCode: 2 });
  }
}

function county(text: string): string {
  const name = text.trim().toUpperCase();
  if (!/^[A-Z][A-Z .'-]{1,59}$/.test(name)) throw new InvalidArgumentError('Not the name of a county.');
  return name;
}

function whole(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('Not a whole number.');
  return number;
}

function rate(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number < 1)) {
    throw new InvalidArgumentError('Not a share from 0 up to, not including, 1.');
  }
  return number;
}

function date(text: string): LocalDate {
  try {
    const found = localDate(text);
    if (found >= '1956') return found;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new InvalidArgumentError('Not a date after 1955, as 2026-01-01.');
}
