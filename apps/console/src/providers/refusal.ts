import { errorCodes, sentenceOf, type ErrorCode, type MovedSet, type Refusal, type SetPart } from '@clearance/contract';

/** What can stop a request: a refusal of the API, or no answer at all. */
export type Stop = ErrorCode | 'unreachable';

/**
 * A request that was not done. `message` is the sentence for the person; `fields` marks form fields by name.
 * `body.errors` is where react-admin's forms look for the same.
 */
export class RefusalError extends Error {
  readonly code: Stop;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string | number>>;
  readonly requestId: string | undefined;
  /** What moved in a set since it was looked at, where the server knows it. */
  readonly moved: MovedSet | undefined;
  /** The parts of a set that could go on by themselves; empty where it cannot be split. */
  readonly parts: readonly SetPart[];
  readonly body: { readonly errors?: Readonly<Record<string, string>> };

  constructor(status: number, refusal: Omit<Partial<Refusal>, 'code' | 'message'> & { code: Stop; message: string }) {
    super(refusal.message);
    this.name = 'RefusalError';
    this.code = refusal.code;
    this.status = status;
    this.fields = refusal.fields ?? {};
    this.details = refusal.details ?? {};
    this.requestId = refusal.requestId;
    this.moved = refusal.moved;
    this.parts = refusal.parts ?? [];
    this.body = refusal.fields ? { errors: refusal.fields } : {};
  }
}

/** No answer came: the network is down or the server is. */
export const unreachable = (): RefusalError =>
  new RefusalError(0, {
    code: 'unreachable',
    message: 'The server cannot be reached. Nothing was saved. Check the connection and try again.',
  });

/**
 * The refusal that a response with an error status carries.
 * @param status HTTP status
 * @param text the body as it came; anything that is not a `Refusal` becomes one for that status
 */
export function readRefusal(status: number, text: string): RefusalError {
  try {
    const body = JSON.parse(text) as Partial<Refusal> | null;
    if (body && typeof body.code === 'string' && body.code in errorCodes) {
      return new RefusalError(status, {
        ...body,
        code: body.code,
        message: body.message || sentenceOf(body.code, body.details),
      });
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const code: ErrorCode =
    status === 401
      ? 'not_signed_in'
      : status === 403
        ? 'forbidden'
        : status === 404
          ? 'not_found'
          : status === 429
            ? 'rate_limited'
            : 'internal';
  return new RefusalError(status, { code, message: sentenceOf(code) });
}

/** The sentence to show for whatever was thrown. */
export const sentence = (error: unknown): string =>
  error instanceof RefusalError ? error.message : sentenceOf('internal');
