import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import {
  disseminationRow,
  logReviewRow,
  openLogReview,
  disseminationList,
  logReviewBody,
  logReviewList,
  type LogReviewBody,
} from '@clearance/contract';
import { Allow, Answers, AnswersFile, Context, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { begun, fileOfNobody } from '../export/answered-file.ts';
import { countyFileName } from '../file-name.ts';
import { disseminationPage, Disseminations } from './disseminations.ts';
import { LogReviews } from './log-reviews.ts';

/** What a compliance officer signs and looks through, beside the log itself. */
@Controller('api')
export class OversightController {
  constructor(
    private readonly database: Database,
    private readonly reviews: LogReviews,
    private readonly given: Disseminations,
  ) {}

  @Get('log-reviews')
  @Allow('review audit_event')
  @Answers(z.array(logReviewRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: logReviewList }) query: z.infer<typeof logReviewList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'log-reviews', query, await this.reviews.list(ctx, query));
  }

  @Get('log-reviews/open')
  @Allow('review audit_event')
  @Answers(openLogReview)
  open(@Context() ctx: Ctx) {
    return this.reviews.open(ctx);
  }

  @Post('log-reviews')
  @Allow('review audit_event')
  @Answers(logReviewRow)
  sign(@Context() ctx: Ctx, @Body({ schema: logReviewBody }) body: LogReviewBody) {
    return this.reviews.sign(ctx, body);
  }

  @Get('disseminations')
  @Allow('read audit_event')
  @Answers(z.array(disseminationRow))
  async disseminations(
    @Context() ctx: Ctx,
    @Query({ schema: disseminationList }) query: z.infer<typeof disseminationList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.database.inCounty(ctx, (tx) => disseminationPage(tx, query));
    return sendPage(response, 'disseminations', query, page);
  }

  @Get('disseminations.csv')
  @Allow('review audit_event')
  @AnswersFile('nobody')
  async disseminationsCsv(@Context() ctx: Ctx) {
    const lines = await begun(this.given.csv(ctx));
    const name = await this.database.inCounty(ctx, (tx) =>
      countyFileName(tx, ctx, ['given-out', officeDay(ctx.now)], 'csv'),
    );
    return fileOfNobody({ bytes: lines, name });
  }
}
