import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { replayView, idParam, replayBody } from '@clearance/contract';
import { Allow, Answers, Reads, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { ReplayDetermination } from './replay.ts';
import { replayRead } from '../oversight/reads.ts';

@Controller('api/convictions')
export class ReplayController {
  constructor(private readonly replays: ReplayDetermination) {}

  /** Changes nothing but the log, which says that somebody checked. */
  @Post(':id/replay')
  @HttpCode(200)
  @Allow('read conviction')
  @Answers(replayView)
  @Reads(replayRead)
  replay(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
    @Body({ schema: replayBody }) { determinationId }: z.infer<typeof replayBody>,
  ) {
    return this.replays.replay(ctx, id, determinationId);
  }
}
