import { Controller, Get, Param } from '@nestjs/common';
import { like, idParam } from '@clearance/contract';
import { Allow, Answers, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { Findings } from './findings.ts';

@Controller('api/convictions')
export class LikeController {
  constructor(private readonly findings: Findings) {}

  @Get(':id/like')
  @Allow('approve conviction')
  @Answers(like)
  like(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.findings.like(ctx, id);
  }
}
