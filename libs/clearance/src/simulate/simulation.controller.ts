import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { idParam, moveList, simulationBody, simulationList } from '@clearance/contract';
import { Allow, Context, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countyFileName, savedAs } from '../file-name.ts';
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

  @Get(':id/moves.csv')
  @Allow('read conviction')
  async movesCsv(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: moveList }) { filter }: MoveList,
  ) {
    const lines = this.moves.csv(ctx, id, filter);
    // The first line is asked for here, so that an unknown simulation is refused and not an empty file.
    const first = await lines.next();
    async function* whole() {
      if (!first.done) yield first.value;
      yield* lines;
    }
    const name = await this.database.inCounty(ctx, (tx) =>
      countyFileName(tx, ctx, ['convictions-that-move', officeDay(ctx.now)], 'csv'),
    );
    return new StreamableFile(Readable.from(whole()), { type: 'text/csv; charset=utf-8', disposition: savedAs(name) });
  }
}
