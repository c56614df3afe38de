import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { impactBody, impactCsvQuery } from '@clearance/contract';
import { Allow, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { savedAs } from '../file-name.ts';
import { Impacts } from './impacts.ts';

@Controller('api')
export class ImpactController {
  constructor(private readonly impacts: Impacts) {}

  @Get('impact')
  @Allow('read stats')
  view(@Context() ctx: Ctx) {
    return this.impacts.view(ctx);
  }

  @Post('impact')
  @HttpCode(202)
  @Allow('read stats')
  count(@Context() ctx: Ctx, @Body({ schema: impactBody }) { asOf }: z.infer<typeof impactBody>) {
    return this.impacts.count(ctx, asOf);
  }

  @Get('impact.csv')
  @Allow('read stats')
  async csv(@Context() ctx: Ctx, @Query({ schema: impactCsvQuery }) { suppress }: z.infer<typeof impactCsvQuery>) {
    const { name, text } = await this.impacts.csv(ctx, suppress === '1');
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: savedAs(name) });
  }
}
