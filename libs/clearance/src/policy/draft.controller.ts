import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { draftRow, draftBody, draftDiscard, draftList, idParam, newDraftBody } from '@clearance/contract';
import { Allow, Answers, AnswersNothing, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { Drafts } from './drafts.ts';

type Id = z.infer<typeof idParam>;

@Controller('api/policy-drafts')
export class DraftController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Allow('read policy')
  @Answers(z.array(draftRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: draftList }) query: z.infer<typeof draftList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'policy-drafts', query, await this.drafts.list(ctx, query));
  }

  @Get(':id')
  @Allow('read policy')
  @Answers(draftRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.drafts.get(ctx, id);
  }

  @Post()
  @Allow('draft policy')
  @Answers(draftRow)
  create(@Context() ctx: Ctx, @Body({ schema: newDraftBody }) body: z.infer<typeof newDraftBody>) {
    return this.drafts.create(ctx, body);
  }

  @Put(':id')
  @Allow('draft policy')
  @Answers(draftRow)
  change(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: draftBody }) body: z.infer<typeof draftBody>,
  ) {
    return this.drafts.change(ctx, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('draft policy')
  @AnswersNothing()
  discard(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: draftDiscard }) { version }: z.infer<typeof draftDiscard>,
  ) {
    return this.drafts.discard(ctx, id, version);
  }
}
