import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from '../refused.ts';

/** Every body and query is checked by its contract schema; what fails names the fields. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields: Record<string, string> = {};
      for (const issue of issues) {
        const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
        fields[path || 'request'] ??= issue.message;
      }
      const [path, message] = Object.entries(fields)[0] ?? ['request', 'not readable'];
      return path === 'id'
        ? new Refused('not_found')
        : new Refused('invalid', { problem: `${path}: ${message}` }, fields);
    },
  });
