import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { outboxMail, demoPerson, type DemoPerson } from '@clearance/contract';
import type { Response } from 'express';
import { collectDefaultMetrics, register } from 'prom-client';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../db/in-county.ts';
import { Mailer } from '../mail/mailer.ts';
import { Refused } from '../refused.ts';
import { Answers, AnswersNothing } from './answers.ts';
import { Allow } from './permission.ts';

collectDefaultMetrics({ prefix: 'clearance_' });

/** Health, metrics, and what only a demo installation answers. */
@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('healthz')
  @Allow('open')
  @AnswersNothing()
  healthy() {
    return { ok: true };
  }

  @Get('readyz')
  @Allow('open')
  @AnswersNothing()
  async ready(@Res({ passthrough: true }) response: Response) {
    const ok = await this.database.answers();
    response.status(ok ? 200 : 503);
    return { ok };
  }

  /** Figures of the process for Prometheus; none of them names a county or a person. */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @Allow('open')
  @AnswersNothing()
  metrics() {
    return register.metrics();
  }

  @Get('api/demo')
  @Allow('open')
  @Answers(z.array(demoPerson))
  async demo(): Promise<DemoPerson[]> {
    if (!this.config.demoPeopleFile) throw new Refused('not_found');
    return z.array(demoPerson).parse(JSON.parse(await readFile(this.config.demoPeopleFile, 'utf8')));
  }

  @Get('api/outbox')
  @Allow('open')
  @Answers(z.array(outboxMail))
  outbox() {
    if (!this.config.demo) throw new Refused('not_found');
    return this.mailer.outbox();
  }
}
