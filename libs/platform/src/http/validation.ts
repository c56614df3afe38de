import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from '../refused.ts';

/** Every body and query is checked by its contract schema; what fails names the fields. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields: Record<string, string> = {};
      for (const issue of issues) {
        const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
        fields[path || 'request'] ??= wordsOf(issue);
      }
      const [path, message] = Object.entries(fields)[0] ?? ['request', 'not readable'];
      return path === 'id'
        ? new Refused('not_found')
        : new Refused('invalid', { problem: `${path}: ${message}` }, fields);
    },
  });

/** What is wrong in plain words; the validator's own are for programmers. */
function wordsOf(issue: { readonly message: string }): string {
  const { code, maximum, minimum } = issue as { code?: string; maximum?: number | bigint; minimum?: number | bigint };
  if (code === 'too_big' && maximum !== undefined) return `too long or too large; at most ${maximum}`;
  if (code === 'too_small' && minimum !== undefined) return `too short or too small; at least ${minimum}`;
  if (code === 'invalid_type') return 'missing, or not what is asked for here';
  if (code === 'invalid_format') return 'not in the form that is asked for here';
  if (code === 'invalid_value') return 'not one of the choices';
  return issue.message;
}
