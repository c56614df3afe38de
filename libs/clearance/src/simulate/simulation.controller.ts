import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  idParam,
  moveFileBody,
  moveList,
  simulationBody,
  simulationList,
  type MoveFileBody,
} from '@clearance/contract';
import { Allow, Context, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { fileOfPeople } from '../export/answered-file.ts';
import { Moves } from './moves.ts';
import { Simulations } from './simulations.ts';

type Id = z.infer<typeof idParam>;
type MoveList = z.infer<typeof moveList>;

@Controller('api/simulations')
export class SimulationController {
  constructor(
    private readonly simulations: Simulations,
    private readonly moves: Moves,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('read policy')
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: simulationList }) query: z.infer<typeof simulationList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'simulations', query, await this.simulations.list(ctx, query));
  }

  @Post()
  @HttpCode(202)
  @Allow('draft policy')
  start(@Context() ctx: Ctx, @Body({ schema: simulationBody }) body: z.infer<typeof simulationBody>) {
    return this.simulations.start(ctx, body);
  }

  @Get(':id')
  @Allow('read policy')
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.simulations.get(ctx, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('draft policy')
  cancel(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.simulations.cancel(ctx, id);
  }

  /** Names people, as the queue does. */
  @Get(':id/moves')
  @Allow('read conviction')
  async listMoves(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: moveList }) query: MoveList,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'moves', query, await this.moves.list(ctx, id, query));
  }

  /** A release of criminal history: asked for with a body, so that no recipient stands in an address. */
  @Post(':id/moves.csv')
  @HttpCode(200)
  @Allow('export import')
  @Header('Cache-Control', 'no-store')
  async movesCsv(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: moveFileBody }) body: MoveFileBody,
  ) {
    const file = await this.moves.csv(ctx, id, body);
    return fileOfPeople(file.release, file);
  }
}
