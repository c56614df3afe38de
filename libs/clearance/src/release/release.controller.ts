import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { bulkReviewRow, convictionView, bulkUndoBody, idParam, undoBody, type UndoBody } from '@clearance/contract';
import { Allow, Answers, Reads, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { Undo } from './undo.ts';
import { convictionActed } from '../oversight/reads.ts';

type Id = z.infer<typeof idParam>;

@Controller('api')
export class ReleaseController {
  constructor(private readonly undoer: Undo) {}

  @Post('convictions/:id/undo')
  @HttpCode(200)
  @Allow('approve conviction')
  @Answers(convictionView)
  @Reads(convictionActed)
  undo(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id, @Body({ schema: undoBody }) body: UndoBody) {
    return this.undoer.undo(ctx, id, body);
  }

  @Post('bulk-reviews/:id/undo')
  @HttpCode(202)
  @Allow('approve conviction')
  @Answers(bulkReviewRow)
  undoBatch(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: bulkUndoBody }) { note }: z.infer<typeof bulkUndoBody>,
  ) {
    return this.undoer.undoBatch(ctx, id, note);
  }
}
