import { randomBytes } from 'node:crypto';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Refusal } from '@clearance/contract';
import type { Client } from '../support/client.ts';

export interface Part {
  /** What `Content-Disposition` says; a file called file.dat unless told. */
  readonly disposition?: string;
  readonly bytes: Buffer;
}

/** An upload that is sent piece by piece, so that it can stop, break off or be overtaken in the middle. */
export interface OpenUpload {
  /** Bytes of the whole body, the frame of the multipart format included. */
  readonly length: number;
  /** Sends the body up to this byte; resolves when it has left our memory. */
  sendTo(end: number): Promise<void>;
  /** Destroys the socket. */
  cut(): void;
  /** The answer to what was sent so far, once there is one. */
  answer(): ReturnType<OpenUpload['finish']>;
  /** Sends what is left, and answers. An answer that comes before the end is an answer as well. */
  finish(): Promise<{ status: number; body: Partial<Refusal> & { id?: string; same?: boolean } }>;
}

export function openUpload(client: Client, parts: readonly Part[], headers: Record<string, string> = {}): OpenUpload {
  const boundary = randomBytes(12).toString('hex');
  const body = Buffer.concat([
    ...parts.flatMap(({ disposition = 'name="file"; filename="file.dat"', bytes }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  const sending = request(`${client.base}/api/imports`, {
    method: 'POST',
    agent: false,
    headers: {
      cookie: client.cookie,
      'x-forwarded-for': client.address,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': body.length,
      ...headers,
    },
  });
  const answered = answerOf(sending);
  // Whoever cuts the upload does not ask for the answer.
  answered.catch(() => undefined);
  let sent = 0;
  const sendTo = async (end: number) => {
    const piece = body.subarray(sent, end);
    sent = Math.max(sent, end);
    if (piece.length === 0 || sending.destroyed) return;
    await new Promise<void>((resolve) => sending.write(piece, () => resolve()));
  };
  return {
    length: body.length,
    sendTo,
    cut: () => void sending.destroy(),
    answer: () => answered,
    finish: async () => {
      await Promise.race([sendTo(body.length), answered]);
      sending.end();
      return answered;
    },
  };
}

async function answerOf(sending: ClientRequest): ReturnType<OpenUpload['finish']> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
  const said = await text(response);
  return { status: response.statusCode ?? 0, body: said ? (JSON.parse(said) as Partial<Refusal>) : {} };
}
