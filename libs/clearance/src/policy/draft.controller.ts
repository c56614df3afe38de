import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { draftBody, draftDiscard, draftList, idParam, newDraftBody } from '@clearance/contract';
import { Allow, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { Drafts } from './drafts.ts';

type Id = z.infer<typeof idParam>;

@Controller('api/policy-drafts')
export class DraftController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Allow('read policy')
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: draftList }) query: z.infer<typeof draftList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'policy-drafts', query, await this.drafts.list(ctx, query));
  }

  @Get(':id')
  @Allow('read policy')
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.drafts.get(ctx, id);
  }

  @Post()
  @Allow('draft policy')
  create(@Context() ctx: Ctx, @Body({ schema: newDraftBody }) body: z.infer<typeof newDraftBody>) {
    return this.drafts.create(ctx, body);
  }

  @Put(':id')
  @Allow('draft policy')
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
  discard(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: draftDiscard }) { version }: z.infer<typeof draftDiscard>,
  ) {
    return this.drafts.discard(ctx, id, version);
  }
}
