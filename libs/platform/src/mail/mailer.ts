import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OutboxMail } from '@clearance/contract';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { countiesOf } from '../db/counties-of.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { LOG, type Log } from '../log.ts';

/**
 * Mail is written in the transaction of the act that it tells of, and sent by a worker. Where no SMTP server is
 * configured it stays in the outbox, which demo installations show.
 */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly database: Database,
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
      [ctx.countyId, id, mail.to, mail.subject, mail.text, ctx.now],
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
              text: mail.body,
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
      const found = await this.database.inCounty({ countyId }, (tx) =>
        rows<{ id: string; to: string; subject: string; text: string; at: Date }>(
          tx,
          `SELECT id, recipient AS "to", subject, body AS text, at FROM outbox_mail WHERE sent_at IS NULL`,
        ),
      );
      mails.push(...found.map((mail) => ({ ...mail, at: mail.at.toISOString() })));
    }
    return mails.sort((a, b) => (a.at < b.at ? 1 : -1));
  }
}
