import type { NextFunction, Response } from 'express';
import { Refused } from '../refused.ts';
import type { ClearanceRequest } from './permission.ts';

/** Characters that turn the direction of writing, and control characters other than tab and line ends. */
const DECEIVING = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Refuses a body with text that shows as something other than it is, wherever it stands: no form can forget to look. A
 * password is shown to nobody and may be anything.
 */
export function noDeceivingText(request: ClearanceRequest, _response: Response, next: NextFunction): void {
  const field = deceivingField(request.body, '');
  next(
    field === undefined
      ? undefined
      : new Refused(
          'invalid',
          { problem: `${field}: holds a character that cannot be seen; type it again` },
          { [field]: 'holds a character that cannot be seen; type it again' },
        ),
  );
}

/** Where such a text stands, as `routes.2.agency`; undefined where nowhere. */
function deceivingField(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return DECEIVING.test(value) ? path || 'request' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'password') continue;
    if (DECEIVING.test(key)) return path || 'request';
    const found = deceivingField(inner, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}
