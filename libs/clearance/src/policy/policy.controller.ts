import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { evaluationList, idParam, policyBody, policyList } from '@clearance/contract';
import { Allow, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { Policies } from './policies.ts';

@Controller('api')
export class PolicyController {
  constructor(private readonly policies: Policies) {}

  @Get('policies')
  @Allow('read policy')
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: policyList }) query: z.infer<typeof policyList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'policies', query, await this.policies.list(ctx, query));
  }

  @Get('policies/presets')
  @Allow('read policy')
  presets() {
    return this.policies.presets();
  }

  @Get('policies/:id')
  @Allow('read policy')
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.policies.get(ctx, id);
  }

  @Post('policies')
  @Allow('publish policy')
  publish(@Context() ctx: Ctx, @Body({ schema: policyBody }) body: z.infer<typeof policyBody>) {
    return this.policies.publish(ctx, body);
  }

  @Get('evaluations')
  @Allow('read policy')
  async evaluations(
    @Context() ctx: Ctx,
    @Query({ schema: evaluationList }) query: z.infer<typeof evaluationList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'evaluations', query, await this.policies.evaluations(ctx, query));
  }
}
