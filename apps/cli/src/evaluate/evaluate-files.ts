import { rmdir } from 'node:fs/promises';
import type { FileCounts, Judge, ResultDialect } from './dialect.ts';
import { evaluateInput, type Progress } from './evaluate-input.ts';
import { openInput } from './input-file.ts';
import { makeFolder } from './output-file.ts';
import { ResultFiles } from './result-files.ts';

export interface EvaluateFiles {
  /** In the order in which their rows are to be written. A person is one person within a file. */
  readonly inputs: readonly string[];
  /** Made where it does not exist. */
  readonly out: string;
  readonly progress: Progress & { begin(bytes: number): void };
  /** Asked once everything is read, and before anything is kept; where it throws, nothing is. */
  readonly beforeKeeping?: () => Promise<void>;
  /** Told how to leave nothing behind, while there is something. */
  readonly whileWriting?: (abandon: () => void) => void;
}

/**
 * Evaluates files and writes `All_Results.csv`, `All_Results_Condensed.csv`, `Prop64_Results.csv`, `rejected.csv` and
 * `summary.json`, all of them or none.
 *
 * @throws WrongPath, NoRows, Error where a file cannot be read or written
 */
export async function evaluateFiles<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  dialect: ResultDialect<Fact, OfFile>,
  { beforeKeeping, inputs, out, progress, whileWriting }: EvaluateFiles,
): Promise<FileCounts> {
  const begun = performance.now();
  const files = await Promise.all(inputs.map(openInput));
  const made = await makeFolder(out);
  const results = await ResultFiles.create(out, dialect.headers, dialect.exact);
  whileWriting?.(() => results.abandon());
  try {
    let [accepted, rejected, people] = [0, 0, 0];
    for (const input of files) {
      progress.begin(input.size);
      const counts = await evaluateInput(input, dialect, { sink: results, folder: out, progress });
      accepted += counts.accepted;
      rejected += counts.rejected;
      people += counts.people;
    }
    const seconds = Math.round(performance.now() - begun) / 1000;
    const counts = { accepted, rejected, people, seconds };
    await beforeKeeping?.();
    results.summary(dialect.summary(counts));
    await results.finish();
    return counts;
  } catch (error) {
    results.abandon();
    if (made) await rmdir(out).catch(() => undefined);
    throw error;
  }
}
