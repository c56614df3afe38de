import { Worker } from 'node:worker_threads';
import type { AnswerTo, Question } from './examine.ts';

/** As it stands in the sources, where tests begin it, or as it was built. */
const source = import.meta.url.endsWith('.ts');
const main = new URL(source ? './policy-thread-main.ts' : './policy-thread-main.js', import.meta.url);
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

/** How often it is asked how much a thread has done. */
const LOOK_EVERY_MS = 100;
/** On a machine that is busy with other things a question may last so many times as long as its own work. */
const PATIENCE = 6;

type Said = AnswerTo<Question> | 'ready';

/** A thread that answers one question after another, and can be ended in the middle of one. */
export class PolicyThread {
  private readonly worker: Worker;
  private readonly ready: Promise<unknown>;
  private hear: ((said: Said) => void) | undefined;
  private fail: ((error: Error) => void) | undefined;

  constructor() {
    const execArgv = source ? ['--conditions=@clearance/source'] : [];
    this.worker = new Worker(main, { execArgv, resourceLimits });
    this.ready = this.next();
    // Whoever asks first hears of it.
    this.ready.catch(() => undefined);
    this.worker.on('message', (said: Said) => this.hear?.(said));
    this.worker.on('error', (error: Error) => this.fail?.(error));
    this.worker.on('exit', () => this.fail?.(new Error('The thread that reads policies has ended.')));
  }

  /**
   * The answer; undefined where that took more than `ms` of the processor's time, and then the thread is over. Throws
   * when it broke. One call at a time.
   */
  async ask<Q extends Question>(question: Q, ms: number): Promise<AnswerTo<Q> | undefined> {
    await this.ready;
    const before = await this.worked();
    const answered = this.next();
    const late = Promise.withResolvers<undefined>();
    const look = () =>
      void this.worked().then(
        (worked) => worked - before > ms && late.resolve(undefined),
        // It has ended: whoever waits for the answer hears of it.
        () => undefined,
      );
    const looking = setInterval(look, LOOK_EVERY_MS);
    const last = setTimeout(() => late.resolve(undefined), ms * PATIENCE);
    this.worker.postMessage(question);
    try {
      const answer = await Promise.race([answered, late.promise]);
      if (answer === undefined) {
        answered.catch(() => undefined);
        await this.end();
      }
      return answer as AnswerTo<Q> | undefined;
    } finally {
      clearInterval(looking);
      clearTimeout(last);
    }
  }

  /** Ends the thread, wherever it is. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** Milliseconds for which the processor has worked for the thread. */
  private async worked(): Promise<number> {
    const { system, user } = await this.worker.cpuUsage();
    return (system + user) / 1_000;
  }

  private next(): Promise<Said> {
    return new Promise((resolve, reject) => {
      this.hear = resolve;
      this.fail = reject;
    });
  }
}
