import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  moveRow,
  simulationAnswer,
  simulationRow,
  idParam,
  moveFileBody,
  moveList,
  simulationBody,
  simulationList,
  type MoveFileBody,
} from '@clearance/contract';
import { Allow, Answers, AnswersFile, Reads, Context, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { fileOfPeople } from '../export/answered-file.ts';
import { Moves } from './moves.ts';
import { Simulations } from './simulations.ts';
import { movesRead } from '../oversight/reads.ts';

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
  @Answers(z.array(simulationRow))
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
  @Answers(simulationAnswer)
  start(@Context() ctx: Ctx, @Body({ schema: simulationBody }) body: z.infer<typeof simulationBody>) {
    return this.simulations.start(ctx, body);
  }

  @Get(':id')
  @Allow('read policy')
  @Answers(simulationRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.simulations.get(ctx, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('draft policy')
  @Answers(simulationRow)
  cancel(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.simulations.cancel(ctx, id);
  }

  /** Names people, as the queue does. */
  @Get(':id/moves')
  @Allow('read conviction')
  @Answers(z.array(moveRow))
  @Reads(movesRead)
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
  @AnswersFile('people')
  async movesCsv(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: moveFileBody }) body: MoveFileBody,
  ) {
    const file = await this.moves.csv(ctx, id, body);
    return fileOfPeople(file.release, file);
  }
}
