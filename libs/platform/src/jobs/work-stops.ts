import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { WorkKind } from '@clearance/contract';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/in-county.ts';

const STOPS = 'clearance:stops';

/** Marks the provider that ends work of this kind when somebody cancels it; its id is that of its subject. */
export const StopsWork = (kind: WorkKind) => SetMetadata(STOPS, kind);

export interface WorkStop {
  /**
   * Ends the work (`WorkLedger.stop`) and what goes with it, with its rows locked in the order in which its jobs lock
   * them. Throws `work_not_cancellable` or what the kind has instead, where it is too late.
   */
  stop(tx: Tx, ctx: Ctx, subjectId: string): Promise<void>;
  /** Called after the commit. */
  cleared?(ctx: Ctx, subjectId: string): Promise<void>;
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
      const kind = metatype ? this.reflector.get<WorkKind | undefined>(STOPS, metatype) : undefined;
      if (!kind) continue;
      if (this.stops.has(kind)) throw new Error(`Two providers stop the work ${kind}.`);
      this.stops.set(kind, instance as WorkStop);
    }
  }

  of(kind: WorkKind): WorkStop | undefined {
    return this.stops.get(kind);
  }
}
