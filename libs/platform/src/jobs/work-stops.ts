import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { WorkKind } from '@clearance/contract';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/in-county.ts';

const STOPS = 'clearance:stops';

/** Marks the provider that ends work of these kinds when somebody cancels it, and lets it go on. */
export const StopsWork = (...kinds: WorkKind[]) => SetMetadata(STOPS, kinds);

export interface WorkStop {
  /**
   * Ends the work (`WorkLedger.stop`) and what goes with it, with its rows locked in the order in which its jobs lock
   * them. `id` is that of the work. Throws `work_not_cancellable` or what the kind has instead, where it is too late.
   */
  stop(tx: Tx, ctx: Ctx, id: string): Promise<void>;
  /** Called after the commit. */
  cleared?(ctx: Ctx, id: string): Promise<void>;
  /**
   * Puts back what `stop` ended, in the transaction in which the ledger let the work go on. `was` is what it had ended
   * as. Throws `work_not_resumable` where meanwhile something newer counts.
   */
  resume?(tx: Tx, ctx: Ctx, id: string, was: 'failed' | 'cancelled'): Promise<void>;
}

/** For each kind of work who ends it; a kind that nobody speaks for has nothing else to end. */
@Injectable()
export class WorkStops implements OnApplicationBootstrap {
  private readonly stops = new Map<string, WorkStop>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const kinds = metatype ? this.reflector.get<WorkKind[] | undefined>(STOPS, metatype) : undefined;
      for (const kind of kinds ?? []) {
        if (this.stops.has(kind)) throw new Error(`Two providers stop the work ${kind}.`);
        this.stops.set(kind, instance as WorkStop);
      }
    }
  }

  of(kind: WorkKind): WorkStop | undefined {
    return this.stops.get(kind);
  }
}
