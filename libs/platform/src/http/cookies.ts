import type { Request, Response } from 'express';

/** `__Host-` ties the cookie to this host and to TLS; browsers count loopback as secure. */
const SESSION = '__Host-clearance';
const DEVICE = '__Host-clearance-device';
const options = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** A device that nobody signs in from for so long is as good as a new one. */
export const DEVICE_DAYS = 180;

export const sessionCookie = (request: Request): string | undefined => cookie(request, SESSION);

/** What the device is known by. It opens nothing. */
export const deviceCookie = (request: Request): string | undefined => cookie(request, DEVICE);

function cookie(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted) return value;
  }
  return undefined;
}

/** Not persistent: it ends with the browser. */
export const setSessionCookie = (response: Response, token: string) => response.cookie(SESSION, token, options);
export const clearSessionCookie = (response: Response) => response.clearCookie(SESSION, options);

/** Stays when the browser is closed and when somebody signs out: it tells the device, not who is signed in. */
export const setDeviceCookie = (response: Response, token: string) =>
  response.cookie(DEVICE, token, { ...options, maxAge: DEVICE_DAYS * 86_400_000 });
