import { Controller, Get, Param } from '@nestjs/common';
import { idParam } from '@clearance/contract';
import { Allow, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { Findings } from './findings.ts';

@Controller('api/convictions')
export class LikeController {
  constructor(private readonly findings: Findings) {}

  @Get(':id/like')
  @Allow('approve conviction')
  like(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.findings.like(ctx, id);
  }
}
