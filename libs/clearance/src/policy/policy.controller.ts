import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  evaluationRow,
  policyCheck,
  policyDifferences,
  policyRow,
  policyVocabulary,
  presetRow,
  differencesQuery,
  evaluationList,
  idParam,
  policyBody,
  policyCheckBody,
  policyList,
  vocabularyQuery,
} from '@clearance/contract';
import { Allow, Answers, Context, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { Policies } from './policies.ts';
import { PolicyExaminer } from './policy-examiner.ts';
import { PublishPolicy } from './publish-policy.ts';

@Controller('api')
export class PolicyController {
  constructor(
    private readonly policies: Policies,
    private readonly publishPolicy: PublishPolicy,
    private readonly examiner: PolicyExaminer,
  ) {}

  @Get('policies')
  @Allow('read policy')
  @Answers(z.array(policyRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: policyList }) query: z.infer<typeof policyList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'policies', query, await this.policies.list(ctx, query));
  }

  @Get('policies/presets')
  @Allow('read policy')
  @Answers(z.array(presetRow))
  presets() {
    return this.policies.presets();
  }

  @Get('policies/vocabulary')
  @Allow('read policy')
  @Answers(policyVocabulary)
  vocabulary(@Query({ schema: vocabularyQuery }) { language }: z.infer<typeof vocabularyQuery>) {
    return this.policies.vocabulary(language);
  }

  @Get('policies/differences')
  @Allow('read policy')
  @Answers(policyDifferences)
  differences(
    @Context() ctx: Ctx,
    @Query({ schema: differencesQuery }) { before, after }: z.infer<typeof differencesQuery>,
  ) {
    return this.policies.differences(ctx, before, after);
  }

  /** Nothing is kept, and what is wrong with the policy is the answer. */
  @Post('policies/check')
  @HttpCode(200)
  @Allow('read policy')
  @Answers(policyCheck)
  async check(
    @Context() ctx: Ctx,
    @Body({ schema: policyCheckBody }) { body = null, language }: z.infer<typeof policyCheckBody>,
  ) {
    return (await this.examiner.examine(ctx.countyId, body, language))?.check ?? this.examiner.unchecked();
  }

  @Get('policies/:id')
  @Allow('read policy')
  @Answers(policyRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.policies.get(ctx, id);
  }

  @Post('policies')
  @Allow('publish policy')
  @Answers(policyRow)
  publish(@Context() ctx: Ctx, @Body({ schema: policyBody }) body: z.infer<typeof policyBody>) {
    return this.publishPolicy.publish(ctx, body);
  }

  @Get('evaluations')
  @Allow('read policy')
  @Answers(z.array(evaluationRow))
  async evaluations(
    @Context() ctx: Ctx,
    @Query({ schema: evaluationList }) query: z.infer<typeof evaluationList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'evaluations', query, await this.policies.evaluations(ctx, query));
  }
}
