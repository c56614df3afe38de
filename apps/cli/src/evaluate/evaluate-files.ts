import { rmdir } from 'node:fs/promises';
import type { FileCounts, Format, ResultDialect } from './dialect.ts';
import { sizeOf } from './delivery.ts';
import { evaluateInput, type Progress } from './evaluate-input.ts';
import { inThisThread, type Evaluators } from './evaluators.ts';
import { openDelivery } from './given-files.ts';
import { openInput } from './input-file.ts';
import { makeFolder } from './output-file.ts';
import { leaveNoParts, resultFiles, writeSummary } from './result-files.ts';
import { ResultFormat } from './result-format.ts';

export interface EvaluateFiles<Counted> {
  /**
   * In the order in which their rows are to be written. People who are told apart by the state's number are the same people
   * in all of them; those of the old tools are people of one file.
   */
  readonly inputs: readonly string[];
  /** Whether the files are taken as they are where a part of the delivery seems to be missing. */
  readonly despiteParts?: boolean;
  /** Made where it does not exist. */
  readonly out: string;
  readonly progress: Progress & { begin(bytes: number): void };
  /** Who does the work, asked for once the files can be read; the thread that asks, unless told. */
  readonly evaluators?: (bytes: number) => Evaluators<Counted>;
  /** About how large the stretches of a file are, in bytes; the usual size unless told. */
  readonly stretch?: number;
  /** Asked once everything is read, and before anything is kept; where it throws, nothing is. */
  readonly beforeKeeping?: () => Promise<void>;
  /** Told how to leave nothing behind, while there is something. */
  readonly whileWriting?: (abandon: () => void) => void;
}

/**
 * Evaluates files and writes `All_Results.csv`, `All_Results_Condensed.csv`, `Prop64_Results.csv`, `rejected.csv`,
 * `summary.json` and, where the dialect accounts for rows, `outside.csv`, all of them or none.
 *
 * @throws WrongPath, DoubtfulDelivery, NoRows, Error where a file cannot be read or written
 */
export async function evaluateFiles<Fact extends { readonly line: number }, Counted>(
  dialect: ResultDialect<Fact, Counted>,
  given: EvaluateFiles<Counted>,
): Promise<FileCounts> {
  const { beforeKeeping, despiteParts, inputs, out, progress, stretch, whileWriting } = given;
  const begun = performance.now();
  // The people of the old tools are people of one file, and so is each of their files a delivery of its own.
  const isOne = dialect.person === 'CII_NUMBER';
  const inputFiles = isOne ? await openDelivery(inputs, despiteParts) : await Promise.all(inputs.map(openInput));
  const made = await makeFolder(out);
  // Said before the first of them is there: a signal may come at any time.
  whileWriting?.(() => leaveNoParts(out, dialect));
  const files = await resultFiles(out, dialect);
  const format: Format = new ResultFormat(dialect.exact);
  const deliveries = isOne ? [inputFiles] : inputFiles.map((file) => [file]);
  const evaluators = given.evaluators?.(sizeOf(inputFiles)) ?? inThisThread(dialect, format);
  try {
    let [accepted, rejected, repeated, unassigned, people] = [0, 0, 0, 0, 0];
    const reasons: Record<string, number> = {};
    for (const delivery of deliveries) {
      progress.begin(sizeOf(delivery));
      const sized = stretch === undefined ? {} : { stretch };
      const counts = await evaluateInput(delivery, dialect, {
        files,
        format,
        evaluators,
        folder: out,
        progress,
        ...sized,
      });
      accepted += counts.accepted;
      rejected += counts.rejected;
      unassigned += counts.unassigned;
      repeated += counts.repeated;
      people += counts.people;
      for (const [reason, count] of Object.entries(counts.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
    }
    const seconds = Math.round(performance.now() - begun) / 1000;
    const counts = { accepted, rejected, reasons, repeated, unassigned, people, seconds };
    await beforeKeeping?.();
    await writeSummary(files, dialect.summary(counts));
    await files.finish();
    return counts;
  } catch (error) {
    files.abandon();
    if (made) await rmdir(out).catch(() => undefined);
    throw error;
  } finally {
    await evaluators.end();
  }
}
