import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  factRequest,
  factsAwaited,
  factsView,
  factBody,
  factParam,
  factRequestBody,
  factWithdrawBody,
  idParam,
} from '@clearance/contract';
import type { FactBody, FactRequestBody } from '@clearance/contract';
import { Allow, Answers, Reads, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { AwaitedFacts } from './awaited.ts';
import { Facts } from './facts.ts';
import { awaitedRead, factEntered, factsRead, letterRead } from '../oversight/reads.ts';

@Controller('api')
export class FactController {
  constructor(
    private readonly facts: Facts,
    private readonly awaited: AwaitedFacts,
  ) {}

  @Get('convictions/:id/facts')
  @Allow('read conviction')
  @Answers(factsView)
  @Reads(factsRead)
  view(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.facts.view(ctx, id);
  }

  @Post('convictions/:id/facts')
  @HttpCode(200)
  @Allow('enter fact')
  @Answers(factsView)
  @Reads(factEntered)
  enter(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
    @Body({ schema: factBody }) body: FactBody,
  ) {
    return this.facts.enter(ctx, id, body);
  }

  @Post('convictions/:id/facts/:factId/withdraw')
  @HttpCode(200)
  @Allow('enter fact')
  @Answers(factsView)
  @Reads(factEntered)
  withdraw(
    @Context() ctx: Ctx,
    @Param({ schema: factParam }) { factId, id }: z.infer<typeof factParam>,
    @Body({ schema: factWithdrawBody }) body: z.infer<typeof factWithdrawBody>,
  ) {
    return this.facts.withdraw(ctx, id, factId, body);
  }

  @Get('facts-awaited')
  @Allow('read conviction')
  @Answers(factsAwaited)
  @Reads(awaitedRead)
  list(@Context() ctx: Ctx) {
    return this.awaited.list(ctx);
  }

  /** A letter names people to another office: asked for with a body, so that no name stands in an address. */
  @Post('facts-awaited/requests')
  @HttpCode(200)
  @Allow('request fact')
  @Answers(factRequest)
  @Reads(letterRead)
  request(@Context() ctx: Ctx, @Body({ schema: factRequestBody }) body: FactRequestBody) {
    return this.awaited.request(ctx, body);
  }
}
