import type { Request, Response } from 'express';

/** `__Host-` ties the cookie to this host and to TLS; browsers count loopback as secure. */
const NAME = '__Host-clearance';
const options = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

export function sessionCookie(request: Request): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME) return value;
  }
  return undefined;
}

/** Not persistent: it ends with the browser. */
export const setSessionCookie = (response: Response, token: string) => response.cookie(NAME, token, options);
export const clearSessionCookie = (response: Response) => response.clearCookie(NAME, options);
