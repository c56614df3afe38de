import { randomUUID } from 'node:crypto';
import type { DisseminationRow, GivenTo } from '@clearance/contract';
import type { AuditLog, Ctx, Tx } from '@clearance/platform';

interface Given {
  readonly what: DisseminationRow['what'];
  /** What the file is of: a made file, an import, a simulation. */
  readonly subjectId: string;
  readonly sha256: string;
  readonly people: number;
  readonly to: GivenTo;
  /** What the log calls it, with what else it says. */
  readonly act: Parameters<AuditLog['append']>[2][number];
}

/**
 * The proof that a release of criminal history is under "Given out" and on the log. Nothing else makes one, and no file
 * that names people is answered without one.
 */
export class Release {
  readonly #id: string;

  private constructor(id: string) {
    this.#id = id;
  }

  /** Its line under "Given out". */
  get id(): string {
    return this.#id;
  }

  /** Writes down who gives what to whom and what for, before the first byte leaves. */
  static async record(tx: Tx, ctx: Ctx, auditLog: AuditLog, given: Given): Promise<Release> {
    const { act, people, sha256, subjectId, to, what } = given;
    const id = randomUUID();
    await tx.query(
      `INSERT INTO dissemination (county_id, id, what, subject_id, sha256, people, recipient, purpose, released_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[ctx.countyId, id, what, subjectId, sha256, people, to.recipient, to.purpose],
        ...[ctx.actor.memberId, ctx.now],
      ],
    );
    await auditLog.append(tx, ctx, [act]);
    return new Release(id);
  }
}
