import { Inject, Injectable } from '@nestjs/common';
import type { SimulationAnswer, SimulationBody, SimulationRow } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  CONFIG,
  Database,
  one,
  Refused,
  WorkLedger,
  type Config,
  type Ctx,
  type Page,
  type Tx,
} from '@clearance/platform';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { PolicyExaminer } from '../policy/policy-examiner.ts';
import { labelOf, policyNamed } from '../policy/policy-ref.ts';
import { presentImport } from './ground.ts';
import { openRun, publishedPolicy } from './open-run.ts';
import { simulationPage, simulationView, type SimulationQuery } from './simulation-view.ts';
import { StopRun } from './stop-run.ts';

/** Policies tried against the published one. Nobody is judged by any of it. */
@Injectable()
export class Simulations {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly runStop: StopRun,
    private readonly examiner: PolicyExaminer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Tries a policy over everybody, or answers the simulation in which the very same was tried. Throws `no_policy`,
   * `policy_invalid`, `import_running`, `not_found`, `policy_check_busy`, `too_many_simulations`.
   */
  async start(ctx: Ctx, { candidate: ref, asOf = officeDay(ctx.now) }: SimulationBody): Promise<SimulationAnswer> {
    const named = await this.database.inCounty(ctx, async (tx) => {
      const found = await policyNamed(tx, ref);
      if (!(await publishedPolicy(tx))) throw new Refused('no_policy');
      return found;
    });
    const { digest, policy } = await this.examiner.usable(ctx.countyId, named.body);
    const { id, fresh } = await this.database.inCounty(ctx, async (tx) => {
      const base = await publishedPolicy(tx);
      if (!base) throw new Refused('no_policy');
      // Half of the histories would be of the newer file.
      if ((await presentImport(tx))?.state === 'counting') throw new Refused('import_running');
      const candidate = { ref, label: labelOf(named), digest, policy };
      const run = await openRun(tx, ctx, this.ledger, { base, candidate, asOf });
      if (run.fresh) {
        await this.mustBeFew(tx);
        const detail = { candidate: candidate.digest, base: base.digest, asOf };
        const target = { type: 'simulation', id: run.id };
        const policyVersion = String(base.version);
        await this.auditLog.append(tx, ctx, [{ action: 'simulation.start', target, policyVersion, detail }]);
      }
      return run;
    });
    if (fresh) await this.bell.ring(ctx.countyId, id);
    return { id, workId: id };
  }

  /** Refuses one that was just opened, with all that it wrote, where too many are not done. */
  private async mustBeFew(tx: Tx): Promise<void> {
    const { simulationsPerCounty: most } = this.config;
    const found = await one<{ open: number }>(
      tx,
      `SELECT count(*)::int AS open FROM simulation s JOIN work w ON w.county_id = s.county_id AND w.id = s.id
        WHERE s.kind = 'simulation' AND w.state IN ('running', 'waiting')`,
    );
    if ((found?.open ?? 0) > most) throw new Refused('too_many_simulations', { most });
  }

  list(ctx: Ctx, query: SimulationQuery): Promise<Page<SimulationRow>> {
    return this.database.inCounty(ctx, (tx) => simulationPage(tx, query));
  }

  get(ctx: Ctx, id: string): Promise<SimulationRow> {
    return this.database.inCounty(ctx, (tx) => simulationView(tx, id));
  }

  /** Stops a running simulation and forgets what it counted. Throws `simulation_not_cancellable`. */
  cancel(ctx: Ctx, id: string): Promise<SimulationRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const { state } = await simulationView(tx, id);
      if (state !== 'running' && state !== 'failed') throw new Refused('simulation_not_cancellable');
      await this.runStop.stop(tx, ctx, id);
      await this.auditLog.append(tx, ctx, [{ action: 'simulation.cancel', target: { type: 'simulation', id } }]);
      return simulationView(tx, id);
    });
  }
}
