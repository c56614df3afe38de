import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { z } from 'zod';
import type { JobData } from './queue.ts';

const JOB = 'clearance:job';

/** Marks a provider as the one handler of a job name. */
export const HandlesJob = (name: string) => SetMetadata(JOB, name);

/** One job. `run` asks the ledger what is left, and is done when the ledger says so. */
export interface JobHandler {
  run(job: JobData): Promise<void>;
}

const SWEEP = 'clearance:sweep';

/** Marks a provider that looks now and then whether something is due. */
export const Sweeps = () => SetMetadata(SWEEP, true);

/** `sweep` runs now and then, in every worker: it must do no harm when it runs twice at once. */
export interface Sweeper {
  sweep(): Promise<void>;
}

/** The schema of every job's data; a job that does not fit it is refused. */
export const jobData = z.strictObject({ countyId: z.uuid(), id: z.uuid(), chunk: z.int().min(0).optional() });

/** Every job name with its handler. Two handlers for a name stop the boot; so does a name that is rung and has none. */
@Injectable()
export class JobRegistry implements OnApplicationBootstrap {
  private readonly handlers = new Map<string, JobHandler>();
  readonly sweepers: Sweeper[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (metatype && this.reflector.get<boolean | undefined>(SWEEP, metatype)) this.sweepers.push(instance as Sweeper);
      const name = metatype ? this.reflector.get<string | undefined>(JOB, metatype) : undefined;
      if (!name) continue;
      if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}.`);
      this.handlers.set(name, instance as JobHandler);
    }
  }

  /** Throws when a job of the list has no handler, or a handler is for none of the list. */
  expect(names: readonly string[]): void {
    const missing = names.filter((name) => !this.handlers.has(name));
    const extra = [...this.handlers.keys()].filter((name) => !names.includes(name));
    if (missing.length > 0) throw new Error(`No handler for the jobs: ${missing.join(', ')}`);
    if (extra.length > 0) throw new Error(`Handlers for jobs that nobody knows: ${extra.join(', ')}`);
  }

  handlerOf(name: string): JobHandler {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for the job ${name}.`);
    return handler;
  }
}
