import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { terms, termsCheck, termsVersion, termsBody, termsDraft, termsList } from '@clearance/contract';
import { Allow, Answers, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { OfficeTerms } from './terms.ts';

@Controller('api/terms')
export class TermsController {
  constructor(private readonly terms: OfficeTerms) {}

  @Get()
  @Allow('read terms')
  @Answers(terms)
  current(@Context() ctx: Ctx) {
    return this.terms.current(ctx);
  }

  @Get('versions')
  @Allow('read terms')
  @Answers(z.array(termsVersion))
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
  @Answers(termsCheck)
  check(@Context() ctx: Ctx, @Body({ schema: termsDraft }) body: z.infer<typeof termsDraft>) {
    return this.terms.check(ctx, body);
  }

  @Post()
  @Allow('change terms')
  @Answers(terms)
  publish(@Context() ctx: Ctx, @Body({ schema: termsBody }) body: z.infer<typeof termsBody>) {
    return this.terms.publish(ctx, body);
  }
}
