import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OutboxMail } from '@clearance/contract';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { countiesOf } from '../db/counties-of.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { CountyKeys, seal, unseal } from '../files/county-keys.ts';
import { LOG, type Log } from '../log.ts';

/** Stands before a text that is sealed. */
const SEALED = 'sealed:';

/**
 * Mail is written in the transaction of the act that it tells of, and sent by a worker. Where no SMTP server is
 * configured it stays in the outbox, which demo installations show. Its text may hold a link that lets somebody in, so it
 * waits sealed with the key of the county: a copy of the database opens no invitation.
 */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  /** Returns the id under which it waits. */
  async write(tx: Tx, ctx: Ctx, mail: { to: string; subject: string; text: string }): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO outbox_mail (county_id, id, recipient, subject, body, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [ctx.countyId, id, mail.to, mail.subject, await this.sealed(tx, ctx.countyId, id, mail.text), ctx.now],
    );
    return id;
  }

  /** Sends what waits, county by county; what cannot be sent now waits for the next sweep. Sent bodies are blanked: they hold links. */
  async sweep(): Promise<void> {
    const { transport } = this;
    if (!transport) return;
    for (const countyId of await countiesOf(this.database)) {
      for (let sent = true; sent;) {
        sent = await this.database.inCounty({ countyId }, async (tx) => {
          const mail = await one<{ id: string; recipient: string; subject: string; body: string }>(
            tx,
            `SELECT id, recipient, subject, body FROM outbox_mail WHERE sent_at IS NULL ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED`,
          );
          if (!mail) return false;
          try {
            await transport.sendMail({
              from: this.config.mailFrom,
              to: mail.recipient,
              subject: mail.subject,
              text: await this.opened(tx, countyId, mail),
            });
          } catch (error) {
            this.log.warn({ err: error }, 'mail not sent');
            return false;
          }
          await tx.query(`UPDATE outbox_mail SET sent_at = now(), body = '' WHERE id = $1`, [mail.id]);
          return true;
        });
      }
    }
  }

  /** Every waiting mail of a demo installation, newest first. */
  async outbox(): Promise<OutboxMail[]> {
    const mails: OutboxMail[] = [];
    for (const countyId of await countiesOf(this.database)) {
      await this.database.inCounty({ countyId }, async (tx) => {
        const found = await rows<{ id: string; to: string; subject: string; body: string; at: Date }>(
          tx,
          `SELECT id, recipient AS "to", subject, body, at FROM outbox_mail WHERE sent_at IS NULL`,
        );
        for (const { at, body, id, subject, to } of found) {
          mails.push({ id, to, subject, text: await this.opened(tx, countyId, { id, body }), at: at.toISOString() });
        }
      });
    }
    return mails.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  private async sealed(tx: Tx, countyId: string, id: string, text: string): Promise<string> {
    const key = await this.keys.of(tx, countyId);
    return `${SEALED}${seal(key, Buffer.from(text), `outbox_mail ${countyId} ${id}`).toString('base64')}`;
  }

  private async opened(tx: Tx, countyId: string, { body, id }: { id: string; body: string }): Promise<string> {
    // What waited when the installation was upgraded stands there as it was written.
    if (!body.startsWith(SEALED)) return body;
    const sealed = Buffer.from(body.slice(SEALED.length), 'base64');
    return unseal(await this.keys.of(tx, countyId), sealed, `outbox_mail ${countyId} ${id}`).toString();
  }
}
