import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import helmet from 'helmet';
import { Refused } from '../refused.ts';
import type { ClearanceRequest } from './permission.ts';

/** Request ids, security headers and the check that a change comes from our own pages. */
export function secureHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Emotion writes its style sheets at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

export function requestIds(request: ClearanceRequest, response: Response, next: NextFunction): void {
  request.requestId = randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  // Of everything, since an address can be written in more than one way; what may be kept says so itself.
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/**
 * Refuses a change that another site's page sends with our cookie. Browsers always send Sec-Fetch-Site or Origin;
 * a client that sends neither is not a browser and holds no ambient cookie.
 */
export function sameOrigin(request: ClearanceRequest, _response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host));
  next(foreign ? new Refused('foreign_origin') : undefined);
}

/** The header in which the console sends the filter of a list, percent-encoded. */
const FILTER = 'clearance-filter';

/**
 * Takes the filter of a list from its header. It can hold a case number, and addresses stand in the logs of proxies and in
 * the histories of browsers; so a filter that was typed is refused in an address.
 */
export function filterFromHeader(request: ClearanceRequest, _response: Response, next: NextFunction): void {
  const [path = '', query = ''] = request.url.split('?', 2);
  const asked = new URLSearchParams(query);
  if (path.startsWith('/api/convictions') && isTyped(asked.get('filter'))) {
    return next(new Refused('invalid', { problem: 'filter: a case number belongs in the header Clearance-Filter' }));
  }
  const given = request.headers[FILTER];
  if (typeof given !== 'string') return next();
  try {
    asked.set('filter', decodeURIComponent(given));
  } catch {
    return next(new Refused('invalid', { problem: `${FILTER}: not readable` }));
  }
  request.url = `${path}?${asked.toString()}`;
  next();
}

function isTyped(filter: string | null): boolean {
  if (!filter) return false;
  try {
    const read: unknown = JSON.parse(filter);
    return typeof read === 'object' && read !== null && 'q' in read;
  } catch {
    // The route says that it cannot be read.
    return false;
  }
}
