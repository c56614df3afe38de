import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorCodes, sentenceOf, type ErrorCode, type Refusal } from '@clearance/contract';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';
import { FileFault, fileProblems } from '../files/file-fault.ts';
import { LOG, type Log } from '../log.ts';
import { Refused } from '../refused.ts';
import type { ClearanceRequest } from './permission.ts';

/** Postgres codes that a person's concurrent act can cause; they are a conflict and not a fault. */
const conflicts = new Set(['23505', '40001', '40P01']);
/** And those of values that no column can hold: a NUL in a text, a number or a date out of range. */
const impossibleValues = new Set(['22021', '22003', '22007', '22008', '22009', '22P02', '22P05']);
const DISK_FULL = '53100';
/** What whoever runs the server has to know of. */
const faults: readonly ErrorCode[] = ['internal', 'storage_full', 'stored_file_wrong'];

function codeOf(error: unknown): ErrorCode {
  if (error instanceof Refused) return error.code;
  if (error instanceof FileFault) return 'stored_file_wrong';
  if (error instanceof QueryFailedError) {
    const state = String((error.driverError as { code?: string }).code);
    if (conflicts.has(state)) return 'conflict';
    if (impossibleValues.has(state)) return 'invalid';
    if (state === DISK_FULL) return 'storage_full';
  }
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC') return 'storage_full';
  if (error instanceof HttpException && error.getStatus() === 404) return 'not_found';
  if (error instanceof HttpException && error.getStatus() < 500) return 'invalid';
  return 'internal';
}

/** Turns whatever was thrown into the one shape of a refusal. Faults of ours show a request id and nothing else. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ClearanceRequest>();
    const response = http.getResponse<Response>();
    const code = codeOf(error);
    const { requestId } = request;
    if (faults.includes(code)) this.log.error({ requestId, err: error }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const given = error instanceof Refused ? error : undefined;
    const wrong = error instanceof FileFault ? { file: error.file, problem: fileProblems[error.problem] } : undefined;
    const details =
      given?.details ??
      wrong ??
      (code === 'invalid' && error instanceof HttpException
        ? { problem: error.message }
        : { requestId, problem: 'a value that cannot be' });
    const body: Refusal = {
      code,
      message: sentenceOf(code, details),
      requestId,
      ...(given?.details ? { details: given.details } : {}),
      ...(given?.fields ? { fields: given.fields } : {}),
      ...given?.more,
    };
    // A download that is refused is no file.
    response.removeHeader('Content-Disposition');
    response.status(errorCodes[code].status).type('application/json').json(body);
  }
}
