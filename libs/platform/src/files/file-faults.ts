import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit-log/audit-log.ts';
import type { Ctx } from '../context.ts';
import { Database } from '../db/in-county.ts';
import { FileFault } from './file-fault.ts';

/** Puts on the county's log that a stored file is not what was stored, as what it is. */
@Injectable()
export class FileFaults {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /** Runs what reads a stored file, outside of a transaction. What it throws is noted and thrown on. */
  async during<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.note(ctx, error);
      throw error;
    }
  }

  /** Nothing is noted where it is another kind of error. */
  async note(ctx: Ctx, error: unknown): Promise<void> {
    if (!(error instanceof FileFault)) return;
    const { file, problem } = error;
    const target = { type: 'stored_file', id: file };
    await this.database.inCounty(ctx, (tx) =>
      this.auditLog.append(tx, ctx, [{ action: 'stored_file.read', outcome: 'failed', target, detail: { problem } }]),
    );
  }
}
