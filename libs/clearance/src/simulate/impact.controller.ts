import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { impactView, impactBody, impactCsvQuery } from '@clearance/contract';
import { Allow, Answers, AnswersFile, Context, type Ctx } from '@clearance/platform';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { fileOfNobody } from '../export/answered-file.ts';
import { Impacts } from './impacts.ts';

@Controller('api')
export class ImpactController {
  constructor(private readonly impacts: Impacts) {}

  @Get('impact')
  @Allow('read stats')
  @Answers(impactView)
  view(@Context() ctx: Ctx) {
    return this.impacts.view(ctx);
  }

  @Post('impact')
  @HttpCode(202)
  @Allow('read stats')
  @Answers(impactView)
  count(@Context() ctx: Ctx, @Body({ schema: impactBody }) { asOf }: z.infer<typeof impactBody>) {
    return this.impacts.count(ctx, asOf);
  }

  @Get('impact.csv')
  @Allow('read stats')
  @AnswersFile('nobody')
  async csv(@Context() ctx: Ctx, @Query({ schema: impactCsvQuery }) { suppress }: z.infer<typeof impactCsvQuery>) {
    const { name, text } = await this.impacts.csv(ctx, suppress === '1');
    return fileOfNobody({ bytes: Readable.from([text]), name });
  }
}
