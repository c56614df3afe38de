import { pino } from 'pino';

/** Structured log on standard output. It never gets names, numbers, bodies or query strings. */
export const LOG = Symbol('Log');
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    serializers: {
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        // A database error may quote what somebody typed; its code says enough.
        message: error.code ? undefined : error.message.split('\n', 1)[0],
        code: error.code,
        stack: error.stack?.split('\n').slice(1, 8).join('\n'),
      }),
    },
  });
}
