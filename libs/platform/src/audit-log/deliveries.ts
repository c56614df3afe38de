import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { CheckpointDelivery, DeliverySettings } from '@clearance/contract';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { systemCtx, type Ctx } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { Mailer } from '../mail/mailer.ts';
import { Refused } from '../refused.ts';
import { AuditLog } from './audit-log.ts';
import type { KeptCheckpoint } from './checkpoints.ts';
import { postCheckpoint } from './post-checkpoint.ts';

interface Claimed {
  size: string;
  way: 'webhook' | 'folder';
  target: string;
  note: string;
  attempts: number;
}

const LONGEST_PAUSE = 3_600;
const none: DeliverySettings = { email: null, webhook: null, folder: false };

/** Sends checkpoints to places that the county controls, and keeps where each of them has arrived. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly auditLog: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async settings(tx: Tx): Promise<DeliverySettings> {
    return (await one<DeliverySettings>(tx, `SELECT email, webhook, folder FROM audit_delivery`)) ?? none;
  }

  /** Throws `no_drop_folder` where the operator has set none up, and `webhook_not_https` outside of tests. */
  async change(ctx: Ctx, settings: DeliverySettings): Promise<DeliverySettings> {
    if (settings.folder && !this.config.checkpointDir)
      throw new Refused('no_drop_folder', undefined, { folder: 'absent' });
    if (this.config.production && settings.webhook && !settings.webhook.startsWith('https:')) {
      throw new Refused('webhook_not_https', undefined, { webhook: 'not https' });
    }
    await this.database.inCounty(ctx, async (tx) => {
      const before = await this.settings(tx);
      await tx.query(
        `INSERT INTO audit_delivery (county_id, email, webhook, folder, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (county_id) DO UPDATE SET email = $2, webhook = $3, folder = $4, changed_by = $5, changed_at = $6`,
        [ctx.countyId, settings.email, settings.webhook, settings.folder, ctx.actor.memberId, ctx.now],
      );
      await this.auditLog.append(tx, ctx, [
        {
          action: 'audit_delivery.change',
          target: { type: 'audit_log', id: ctx.countyId },
          stateBefore: waysOf(before).join(' ') || 'none',
          stateAfter: waysOf(settings).join(' ') || 'none',
        },
      ]);
    });
    return settings;
  }

  /** Notes where a checkpoint is to go, in the transaction that keeps it. */
  async note(
    tx: Tx,
    countyId: string,
    { size, note, signedAt }: Pick<KeptCheckpoint, 'size' | 'note' | 'signedAt'>,
  ): Promise<void> {
    const settings = await this.settings(tx);
    const add = (way: string, target: string, mailId: string | null = null) =>
      tx.query(
        `INSERT INTO checkpoint_delivery (county_id, size, way, target, mail_id, made_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $6)`,
        [countyId, size, way, target, mailId, signedAt],
      );
    if (settings.webhook) await add('webhook', settings.webhook);
    if (settings.folder && this.config.checkpointDir) await add('folder', 'the drop folder');
    if (settings.email && (await this.mailIsDue(tx, signedAt))) {
      const ctx = systemCtx(countyId, 'checkpoint', signedAt);
      await add('mail', settings.email, await this.mailer.write(tx, ctx, mailOf(settings.email, size, note)));
    }
  }

  /** Sends what is due; what does not arrive is tried again, at longer and longer intervals. */
  async send(countyId: string): Promise<void> {
    for (let claimed = await this.claim(countyId); claimed; claimed = await this.claim(countyId)) {
      const problem = await this.deliver(countyId, claimed).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : 'It failed.'),
      );
      await this.finish(countyId, claimed, problem);
    }
  }

  async newest(tx: Tx, count: number): Promise<CheckpointDelivery[]> {
    return rows<CheckpointDelivery>(
      tx,
      `SELECT d.size::float8 AS size, d.way, d.target, d.attempts, d.problem, d.made_at AS "madeAt",
              coalesce(d.delivered_at, o.sent_at) AS "deliveredAt",
              CASE WHEN o.sent_at IS NOT NULL THEN 'delivered' ELSE d.state END AS state
         FROM checkpoint_delivery d LEFT JOIN outbox_mail o ON o.county_id = d.county_id AND o.id = d.mail_id
        ORDER BY d.size DESC, d.way LIMIT $1`,
      [count],
    );
  }

  private async mailIsDue(tx: Tx, at: Date): Promise<boolean> {
    const recent = await one(
      tx,
      `SELECT 1 FROM checkpoint_delivery WHERE way = 'mail' AND made_at > $1::timestamptz - make_interval(secs => $2) LIMIT 1`,
      [at, this.config.checkpointMailSeconds],
    );
    return recent === undefined;
  }

  /** Takes the newest waiting one of each way: it covers every earlier one. Whoever dies with it leaves it to the next. */
  private claim(countyId: string): Promise<Claimed | undefined> {
    return this.database.inCounty({ countyId }, async (tx) => {
      const claimed = await one<Claimed>(
        tx,
        `UPDATE checkpoint_delivery d SET attempts = attempts + 1,
                next_at = clock_timestamp() + make_interval(secs => least($1, 30 * 2 ^ least(attempts, 10)))
           FROM (SELECT size, way FROM checkpoint_delivery WHERE state = 'waiting' AND way <> 'mail'
                   AND next_at <= clock_timestamp() ORDER BY size DESC LIMIT 1 FOR UPDATE SKIP LOCKED) due
          WHERE d.size = due.size AND d.way = due.way
        RETURNING d.size, d.way, d.target, d.attempts,
                  (SELECT c.note FROM audit_checkpoint c WHERE c.county_id = d.county_id AND c.size = d.size) AS note`,
        [LONGEST_PAUSE],
      );
      return claimed;
    });
  }

  private async finish(countyId: string, { size, way }: Claimed, problem: string | null): Promise<void> {
    await this.database.inCounty({ countyId }, async (tx) => {
      await tx.query(
        `UPDATE checkpoint_delivery SET problem = $3, state = CASE WHEN $3::text IS NULL THEN 'delivered' ELSE state END,
                delivered_at = CASE WHEN $3::text IS NULL THEN $4::timestamptz END WHERE size = $1 AND way = $2`,
        [size, way, problem, now()],
      );
      if (problem !== null) {
        // One that is newer will be tried; the older ones wait no longer than it.
        await tx.query(
          `UPDATE checkpoint_delivery SET next_at = greatest(next_at, (SELECT next_at FROM checkpoint_delivery WHERE size = $1 AND way = $2))
            WHERE way = $2 AND size < $1 AND state = 'waiting'`,
          [size, way],
        );
        return;
      }
      await tx.query(
        `UPDATE checkpoint_delivery SET state = 'superseded' WHERE way = $2 AND size < $1 AND state = 'waiting'`,
        [size, way],
      );
    });
  }

  private async deliver(countyId: string, { way, target, note, size }: Claimed): Promise<void> {
    if (way === 'webhook') return postCheckpoint(target, note, this.config.production);
    if (!this.config.checkpointDir) throw new Error('The drop folder is gone from the configuration.');
    const folder = join(this.config.checkpointDir, countyId);
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${size}.checkpoint`);
    const there = await readFile(path, 'utf8').catch(() => undefined);
    if (there === note) return;
    // Of a log that went back and grew again. The other one is what shows that.
    if (there !== undefined) throw new Error('The drop folder holds another checkpoint of this size.');
    // Whoever empties the folder never sees half of a file.
    await writeFile(`${path}.part`, note);
    await rename(`${path}.part`, path);
  }
}

const waysOf = ({ email, webhook, folder }: DeliverySettings): string[] => [
  ...(email ? ['mail'] : []),
  ...(webhook ? ['webhook'] : []),
  ...(folder ? ['folder'] : []),
];

const mailOf = (to: string, size: number, note: string) => ({
  to,
  subject: `Checkpoint of your audit log at ${size} entries`,
  text: `This is a checkpoint of your county's audit log: how many entries it has, and the hash over all of them, signed.

Keep this mail where nobody of the office can change it. With it anybody can find out later whether an export of the log
was cut, rolled back or rewritten: save the lines between the two rules as a file and give it to
"clearance verify BUNDLE --checkpoint FILE".

----------------------------------------------------------------------
${note}----------------------------------------------------------------------
`,
});
