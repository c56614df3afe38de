import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, type Observable } from 'rxjs';
import { Readings } from '../reading/readings.ts';
import { ANSWERS, READS, type Answered, type Asked, type Reading } from './answers.ts';
import type { ClearanceRequest } from './permission.ts';

/** Stands between every route and its answer: what tells of people is on the log before it is sent. */
@Injectable()
export class NotesReads implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly readings: Readings,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = execution.getHandler();
    const answers = this.reflector.get<Answered | undefined>(ANSWERS, handler);
    const reading = this.reflector.get<Reading | undefined>(READS, handler);
    const request = execution.switchToHttp().getRequest<ClearanceRequest>();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        if (answer instanceof StreamableFile && !isFile(answers)) throw new Error('The route declares no file.');
        if (!reading) return answer;
        const { ctx } = request;
        if (!ctx) throw new Error('An open route reads nobody.');
        const { body, params, query } = request as Pick<Asked, 'body' | 'params' | 'query'>;
        await this.readings.note(reading, { ctx, params, query, body }, answer);
        return answer;
      }),
    );
  }
}

const isFile = (answers: Answered | undefined): boolean => typeof answers === 'string' && answers.startsWith('a file');
