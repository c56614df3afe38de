import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PolicyBody, PolicyRow } from '@clearance/contract';
import { policyCanonical, presetNamed, type Policy } from '@clearance/eligibility';
import { AuditLog, Bell, Database, one, Refused, WorkLedger, type Act, type Ctx, type Tx } from '@clearance/platform';
import { openEvaluation } from '../evaluate/open-evaluation.ts';
import { nameProblems, titledTextOf } from './own-name.ts';
import { PolicyExaminer } from './policy-examiner.ts';
import { policyView } from './policy-view.ts';

interface Chosen {
  readonly body: Policy;
  /** The name of the preset, or `draft`. */
  readonly from: string;
}

/** The one way in which a policy begins to decide. */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly examiner: PolicyExaminer,
  ) {}

  /**
   * Publishes a preset, or a draft as the person saw it, as the next version, and evaluates everybody under it. What was
   * determined before stays. Throws `policy_unchanged`, `policy_invalid`, `conflict`, `invalid`, `not_found`,
   * `policy_check_busy`.
   */
  async publish(ctx: Ctx, request: PolicyBody): Promise<PolicyRow> {
    const { body, from } = 'preset' in request ? preset(request.preset) : await this.draft(ctx, request);
    const { view, evaluation } = await this.database.inCounty(ctx, async (tx) => {
      // What was checked outside of the transaction is what is published only while it is the same version.
      if ('draft' in request) await storedDraft(tx, request);
      const digest = createHash('sha256').update(policyCanonical(body)).digest('hex');
      // Two administrators at once: the second waits here, then sees the first one's version.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`policy ${ctx.countyId}`]);
      const last = await one<{ id: string; version: number; digest: string; body: Policy }>(
        tx,
        `SELECT id, version, digest, body FROM policy ORDER BY version DESC LIMIT 1`,
      );
      // A label alone is no change: everybody would be evaluated again for nothing.
      if (last && titledTextOf(last.body) === titledTextOf(body)) throw new Refused('policy_unchanged');
      await mustHaveOwnLabel(tx, body, digest);
      const promoted = last ? await triedAgainst(tx, last.id, digest) : [];
      const id = randomUUID();
      const version = (last?.version ?? 0) + 1;
      await tx.query(
        `INSERT INTO policy (county_id, id, version, name, body, digest, origin, note, published_by, published_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[ctx.countyId, id, version, body.name, JSON.stringify(body), digest, from, request.note || null],
          ...[ctx.actor.memberId, ctx.now],
        ],
      );
      const opened = await openEvaluation(tx, ctx, { ledger: this.ledger, auditLog: this.auditLog }, {});
      const policyVersion = String(version);
      await this.auditLog.append(tx, ctx, [
        { action: 'policy.publish', target: { type: 'policy', id }, policyVersion, detail: { digest, from } },
        ...promoted.map((simulation): Act => {
          const target = { type: 'simulation', id: simulation };
          return { action: 'simulation.promote', target, policyVersion, detail: { digest } };
        }),
      ]);
      return { view: await policyView(tx, id), evaluation: opened };
    });
    if (evaluation) await this.bell.ring(ctx.countyId, evaluation);
    return view;
  }

  /** The draft as a policy. It is checked anew: what a list shows of it was found by whoever looked last. */
  private async draft(ctx: Ctx, request: DraftNamed): Promise<Chosen> {
    const stored = await this.database.inCounty(ctx, (tx) => storedDraft(tx, request));
    const { policy } = await this.examiner.usable(ctx.countyId, JSON.parse(stored));
    const [name] = nameProblems(policy);
    if (name) throw new Refused('policy_invalid', { problem: name.message });
    return { body: policy, from: 'draft' };
  }
}

function preset(name: string): Chosen {
  const body = presetNamed(name);
  if (!body) throw new Refused('invalid', { problem: 'there is no such preset' }, { preset: 'unknown' });
  return { body, from: body.name };
}

interface DraftNamed {
  readonly draft: string;
  readonly draftVersion: number;
}

/** The text of a draft as the person saw it. Throws `not_found`, `conflict`. */
async function storedDraft(tx: Tx, { draft: id, draftVersion }: DraftNamed): Promise<string> {
  const found = await one<{ body: string; version: number }>(
    tx,
    `SELECT body, version FROM policy_draft WHERE id = $1 FOR SHARE`,
    [id],
  );
  if (!found) throw new Refused('not_found');
  if (found.version !== draftVersion) throw new Refused('conflict');
  return found.body;
}

/** Determinations name the label, so no two versions of a county that say different things have the same one. */
async function mustHaveOwnLabel(tx: Tx, { name, version: label }: Policy, digest: string): Promise<void> {
  const namesake = await one<{ version: number }>(
    tx,
    `SELECT version FROM policy WHERE name = $1 AND body->>'version' = $2 AND digest <> $3 ORDER BY version DESC LIMIT 1`,
    [name, label, digest],
  );
  if (!namesake) return;
  const problem = `${label} is the label of version ${namesake.version}, which says something else: give this one a label of its own`;
  throw new Refused('policy_invalid', { problem });
}

/** The newest simulation in which exactly this policy was tried against the one that decides now. */
async function triedAgainst(tx: Tx, policyId: string, digest: string): Promise<string[]> {
  const tried = await one<{ id: string }>(
    tx,
    `SELECT id FROM simulation WHERE base_policy_id = $1 AND candidate_digest = $2 AND finished_at IS NOT NULL
      ORDER BY created_at DESC LIMIT 1`,
    [policyId, digest],
  );
  return tried ? [tried.id] : [];
}
