import { z } from 'zod';

import { foreignParts } from './plain-issue.ts';

/** An object of these parts and no others: a mistake is told with the parts that there are. */
export function parts<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `${foreignParts(issue.keys)}: it has ${names}` : undefined),
  });
}
