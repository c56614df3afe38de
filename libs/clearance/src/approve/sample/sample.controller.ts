import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  findingTaken,
  sample,
  findingBody,
  idParam,
  sampleBody,
  type FindingBody,
  type SampleBody,
} from '@clearance/contract';
import { Allow, Answers, Reads, Context, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { Findings } from './findings.ts';
import { Samples } from './samples.ts';
import { drawnSample, findingRead, sampleRead } from '../../oversight/reads.ts';

type Id = z.infer<typeof idParam>;

@Controller('api/samples')
export class SampleController {
  constructor(
    private readonly samples: Samples,
    private readonly findings: Findings,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('approve conviction')
  @Answers(sample)
  @Reads(drawnSample)
  draw(@Context() ctx: Ctx, @Body({ schema: sampleBody }) body: SampleBody) {
    return this.samples.draw(ctx, body);
  }

  @Get(':id')
  @Allow('approve conviction')
  @Answers(sample)
  @Reads(sampleRead)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.samples.get(ctx, id);
  }

  @Post(':id/findings')
  @HttpCode(200)
  @Allow('approve conviction')
  @Answers(findingTaken)
  @Reads(findingRead)
  note(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id, @Body({ schema: findingBody }) body: FindingBody) {
    return this.findings.note(ctx, id, body);
  }
}
