import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  countyRow,
  administratorBody,
  countyBody,
  countyChange,
  countyList,
  idParam,
  type CountyBody,
} from '@clearance/contract';
import type { Response } from 'express';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { sendPage } from '../http/list.ts';
import { Answers } from '../http/answers.ts';
import { Allow, Context } from '../http/permission.ts';
import { Counties } from './counties.ts';

@Controller('api/counties')
export class CountiesController {
  constructor(private readonly counties: Counties) {}

  @Get()
  @Allow('read county')
  @Answers(z.array(countyRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: countyList }) query: z.infer<typeof countyList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'counties', query, await this.counties.list(ctx, query));
  }

  @Get(':id')
  @Allow('read county')
  @Answers(countyRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.counties.get(ctx, id);
  }

  @Post()
  @Allow('create county')
  @Answers(countyRow)
  create(@Context() ctx: Ctx, @Body({ schema: countyBody }) body: CountyBody) {
    return this.counties.create(ctx, body);
  }

  @Post(':id/administrators')
  @HttpCode(200)
  @Allow('create county')
  @Answers(countyRow)
  inviteAdministrator(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
    @Body({ schema: administratorBody }) body: z.infer<typeof administratorBody>,
  ) {
    return this.counties.inviteAdministrator(ctx, id, body.adminEmail);
  }

  @Put(':id')
  @Allow('suspend county')
  @Answers(countyRow)
  change(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
    @Body({ schema: countyChange }) body: z.infer<typeof countyChange>,
  ) {
    return this.counties.change(ctx, id, body.status);
  }
}
