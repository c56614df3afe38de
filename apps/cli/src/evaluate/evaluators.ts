import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Dialect, Format } from './dialect.ts';
import { StretchEvaluator, type Evaluated } from './evaluate-stretch.ts';
import type { Page } from './pages.ts';
import type { Recipe } from './recipe.ts';
import type { Stretch } from './stretches.ts';

/** Evaluates stretches of a file; undefined where the rows of a person stand apart. */
export interface Evaluators<Counted> {
  /** How many stretches they take at once. */
  readonly atOnce: number;
  evaluate(stretch: Stretch): Promise<Evaluated<Counted> | undefined>;
  /** Gives back the memory of pages that are written. */
  reuse(pages: readonly Page[]): void;
  end(): Promise<void>;
}

/** The thread that asks does the work itself. */
export function inThisThread<Fact extends { readonly line: number }, Counted>(
  dialect: Dialect<Fact, Counted>,
  format: Format,
): Evaluators<Counted> {
  const evaluator = new StretchEvaluator(dialect, format);
  return {
    atOnce: 1,
    evaluate: (stretch) => Promise.resolve(evaluator.evaluate(stretch)),
    reuse: (pages) => evaluator.pages.reuse(pages),
    end: () => Promise.resolve(),
  };
}

/** As it stands in the sources, where tests begin it, or as it was built. */
const source = import.meta.url.endsWith('.ts');
const main = new URL(source ? './evaluator-thread.ts' : './evaluator-thread.js', import.meta.url);
/** More threads than this would hold more memory than an office computer has to spare. */
const MOST_THREADS = 4;
/** Most of what a stretch is made of lives as long as the stretch: a small nursery is copied once too often. */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };

/** One thread for each core does the work. Nothing of it runs on once `end` has answered. */
export function inThreads<Counted>(
  recipe: Recipe,
  threads = Math.min(availableParallelism(), MOST_THREADS),
): Evaluators<Counted> {
  const all = Array.from({ length: threads }, () => new EvaluatorThread<Counted>(recipe));
  /** Memory that pages were written in, for whichever thread is asked next. */
  let free: Page[] = [];
  return {
    // The next stretch waits at the thread, so that it goes on while the one before is written.
    atOnce: threads * 2,
    evaluate(stretch) {
      const least = all.reduce((one, other) => (other.waiting < one.waiting ? other : one));
      const pages = free.splice(0, PAGES_OF_A_STRETCH);
      return least.evaluate({ stretch, pages });
    },
    reuse: (pages) => (free = [...free, ...pages]),
    async end() {
      await Promise.all(all.map((thread) => thread.end()));
    },
  };
}

/** As many as a format has files; more would only lie about. */
const PAGES_OF_A_STRETCH = 5;

/** What a thread is asked: to evaluate a stretch, with memory to write in. */
export interface Asked {
  readonly stretch: Stretch;
  readonly pages: readonly Page[];
}

type Answer<Counted> = Evaluated<Counted> | undefined;

/** A thread answers in the order in which it is asked. */
class EvaluatorThread<Counted> {
  readonly #thread: Worker;
  readonly #waiting: { resolve(answer: Answer<Counted>): void; reject(error: Error): void }[] = [];
  #fault: Error | undefined;

  constructor(recipe: Recipe) {
    const execArgv = source ? ['--conditions=@clearance/source'] : [];
    this.#thread = new Worker(main, { workerData: recipe, execArgv, resourceLimits });
    this.#thread.on('message', (answer: Answer<Counted>) => this.#waiting.shift()?.resolve(answer));
    this.#thread.on('error', (error) => this.#failed(error));
    this.#thread.on('exit', () => this.#failed(new Error('A thread that evaluates has ended.')));
  }

  /** How many stretches it was asked for and has not answered. */
  get waiting(): number {
    return this.#waiting.length;
  }

  evaluate(asked: Asked): Promise<Answer<Counted>> {
    return new Promise((resolve, reject) => {
      if (this.#fault) return reject(this.#fault);
      this.#waiting.push({ resolve, reject });
      this.#thread.postMessage(
        asked,
        asked.pages.map(({ memory }) => memory),
      );
    });
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  #failed(error: unknown): void {
    this.#fault ??= error instanceof Error ? error : new Error(String(error));
    for (const one of this.#waiting.splice(0)) one.reject(this.#fault);
  }
}
