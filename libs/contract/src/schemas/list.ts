import { z } from 'zod';

const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A list in react-admin's simple-REST dialect: `filter`, `range` (first and last index, both counted) and `sort`. */
export const listQuery = <F extends z.ZodType, S extends string>(filter: F, sortable: readonly [S, ...S[]]) =>
  z.object({
    filter: json(filter).optional(),
    range: json(z.tuple([z.int().min(0), z.int().min(0)]).refine(([a, b]) => b >= a && b - a < 1000)).optional(),
    sort: json(z.tuple([z.enum(sortable), z.enum(['ASC', 'DESC'])])).optional(),
  });

export const uuid = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const calendarDate = z.iso.date();
export const note = z.string().trim().max(2000);
export const idParam = z.object({ id: uuid });
