import { Injectable } from '@nestjs/common';
import { Database, now, Readings, Sweeps, type Sweeper } from '@clearance/platform';
import { everyCounty } from '../counties.ts';

/** Tells the log what came to light on a set after its first answer, once nobody can read more of it under one entry. */
@Injectable()
@Sweeps()
export class ReadsSweep implements Sweeper {
  constructor(
    private readonly database: Database,
    private readonly readings: Readings,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await everyCounty(this.database)) await this.readings.close(id, now());
  }
}
