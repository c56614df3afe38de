import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PolicyCheck } from '@clearance/contract';
import type { Policy } from '@clearance/eligibility';
import { CONFIG, LOG, Refused, type Config, type Log } from '@clearance/platform';
import type { AnswerTo, Examined, Question } from './examine.ts';
import { PolicyThread } from './policy-thread.ts';

/** One for whoever has much to ask, one for everybody else. */
const THREADS = 2;
/** Questions of one county that may wait at once; a person who writes has one. */
const MOST_WAITING = 20;

interface Waiting {
  readonly countyId: string;
  readonly question: Question;
  readonly resolve: (answer: AnswerTo<Question> | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads and checks what people wrote as policies, in threads of its own: however long a text takes, every other request
 * goes on, and after a time the thread is ended. One question of a county is in hand at a time, so that none takes all
 * threads.
 */
@Injectable()
export class PolicyExaminer implements OnModuleDestroy {
  private readonly idle: PolicyThread[] = [];
  private readonly busy = new Map<string, PolicyThread>();
  private readonly waiting: Waiting[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'policyCheckSeconds'>,
    @Inject(LOG) private readonly log: Pick<Log, 'error'>,
  ) {}

  /** The answer; undefined where it took too long. Throws `policy_check_busy` when the county asked for too much at once. */
  ask<Q extends Question>(countyId: string, question: Q): Promise<AnswerTo<Q> | undefined> {
    if (this.waiting.filter((one) => one.countyId === countyId).length >= MOST_WAITING)
      return Promise.reject(new Refused('policy_check_busy'));
    return new Promise<AnswerTo<Question> | undefined>((resolve, reject) => {
      this.waiting.push({ countyId, question, resolve, reject });
      this.begin();
    }) as Promise<AnswerTo<Q> | undefined>;
  }

  /** What a text tells; undefined where that took too long. Throws `policy_check_busy`. */
  examine(countyId: string, body: unknown, language: 'en' | 'es' = 'en'): Promise<Examined | undefined> {
    return this.ask(countyId, { kind: 'examine', json: JSON.stringify(body), language });
  }

  /** The policy in the form that is stored, with its digest. Throws `policy_invalid`, `policy_check_busy`. */
  async usable(countyId: string, body: unknown): Promise<{ policy: Policy; digest: string }> {
    const examined = await this.examine(countyId, body);
    if (examined?.policy) return { policy: examined.policy, digest: examined.digest };
    throw new Refused('policy_invalid', { problem: examined?.problem ?? this.tookTooLong() });
  }

  /** What is said of a text whose check was ended. */
  tookTooLong(): string {
    const { policyCheckSeconds: seconds } = this.config;
    return `checking it took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and was ended: use fewer rules, conditions or statutes, or save it again to try once more`;
  }

  /** The same as the check of a policy. */
  unchecked(message = this.tookTooLong()): PolicyCheck {
    return { ok: false, problems: [{ path: [], message, severity: 'error' }], sentences: [] };
  }

  async onModuleDestroy(): Promise<void> {
    for (const one of this.waiting.splice(0)) one.reject(new Error('The process ends.'));
    await Promise.all([...this.idle.splice(0), ...this.busy.values()].map((thread) => thread.end()));
  }

  private begin(): void {
    while (this.busy.size < THREADS) {
      const place = this.waiting.findIndex(({ countyId }) => !this.busy.has(countyId));
      const [next] = place < 0 ? [] : this.waiting.splice(place, 1);
      if (!next) return;
      const thread = this.idle.pop() ?? new PolicyThread();
      this.busy.set(next.countyId, thread);
      void this.answer(thread, next).finally(() => {
        this.busy.delete(next.countyId);
        this.begin();
      });
    }
  }

  private async answer(thread: PolicyThread, { question, reject, resolve }: Waiting): Promise<void> {
    try {
      const answer = await thread.ask(question, this.config.policyCheckSeconds * 1_000);
      if (answer !== undefined) this.idle.push(thread);
      resolve(answer);
    } catch (error) {
      // It ran out of memory, or has a fault: either way it is gone, and the text is not checked.
      this.log.error({ err: error }, 'a thread that checks policies broke');
      await thread.end().catch(() => undefined);
      if (isOutOfMemory(error)) resolve(undefined);
      else reject(error);
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
