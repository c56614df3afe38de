import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  bulkReviewRow,
  convictionView,
  approvalBody,
  bulkReviewBody,
  bulkReviewList,
  idParam,
  recommendationBody,
  type ApprovalBody,
  type BulkReviewBody,
  type RecommendationBody,
} from '@clearance/contract';
import { Allow, Answers, Reads, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { Approve } from '../approve/approve.ts';
import { BulkReviews } from './bulk-review.ts';
import { Recommend } from './recommend.ts';
import { convictionActed } from '../oversight/reads.ts';

type Id = z.infer<typeof idParam>;

@Controller('api')
export class ReviewController {
  constructor(
    private readonly recommender: Recommend,
    private readonly approver: Approve,
    private readonly bulkReviews: BulkReviews,
  ) {}

  @Post('convictions/:id/recommendations')
  @HttpCode(200)
  @Allow('recommend conviction')
  @Answers(convictionView)
  @Reads(convictionActed)
  recommend(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: recommendationBody }) body: RecommendationBody,
  ) {
    return this.recommender.recommend(ctx, id, body);
  }

  @Post('convictions/:id/approvals')
  @HttpCode(200)
  @Allow('approve conviction')
  @Answers(convictionView)
  @Reads(convictionActed)
  approve(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: approvalBody }) body: ApprovalBody,
  ) {
    return this.approver.approve(ctx, id, body);
  }

  @Get('bulk-reviews')
  @Allow('read conviction')
  @Answers(z.array(bulkReviewRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: bulkReviewList }) query: z.infer<typeof bulkReviewList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'bulk-reviews', query, await this.bulkReviews.list(ctx, query));
  }

  /** Which right it takes depends on the verb; the use case asks for it. */
  @Post('bulk-reviews')
  @HttpCode(202)
  @Allow('read conviction')
  @Answers(bulkReviewRow)
  start(
    @Context() ctx: Ctx,
    @Body({ schema: bulkReviewBody }) body: BulkReviewBody,
    @Headers('idempotency-key') requestKey: string | undefined,
  ) {
    return this.bulkReviews.start(ctx, body, requestKey?.slice(0, 100) || ctx.requestId);
  }

  @Get('bulk-reviews/:id')
  @Allow('read conviction')
  @Answers(bulkReviewRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.bulkReviews.get(ctx, id);
  }
}
