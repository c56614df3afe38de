import type { INestApplicationContext } from '@nestjs/common';
import { makeWorker } from '../../apps/worker/src/make-worker.ts';
import { CONFIG, LOG, type Config, type Log } from '../../libs/platform/src/index.ts';
import type { Installation } from '../support/installation.ts';

/** A worker beside those that the installation began with, so that a test says when jobs are taken. Close it. */
export const anotherWorker = ({ api }: Installation): Promise<INestApplicationContext> =>
  makeWorker(api.get<Config>(CONFIG), api.get<Log>(LOG));
