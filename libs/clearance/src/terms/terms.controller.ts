import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { termsBody, termsDraft, termsList } from '@clearance/contract';
import { Allow, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { OfficeTerms } from './terms.ts';

@Controller('api/terms')
export class TermsController {
  constructor(private readonly terms: OfficeTerms) {}

  @Get()
  @Allow('read terms')
  current(@Context() ctx: Ctx) {
    return this.terms.current(ctx);
  }

  @Get('versions')
  @Allow('read terms')
  async versions(
    @Context() ctx: Ctx,
    @Query({ schema: termsList }) query: z.infer<typeof termsList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'terms', query, await this.terms.versions(ctx, query));
  }

  @Post('check')
  @HttpCode(200)
  @Allow('change terms')
  check(@Context() ctx: Ctx, @Body({ schema: termsDraft }) body: z.infer<typeof termsDraft>) {
    return this.terms.check(ctx, body);
  }

  @Post()
  @Allow('change terms')
  publish(@Context() ctx: Ctx, @Body({ schema: termsBody }) body: z.infer<typeof termsBody>) {
    return this.terms.publish(ctx, body);
  }
}
