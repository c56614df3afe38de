/** Every job of the product; the worker refuses to start unless each has exactly one handler. */
export const jobNames = [
  'import.read',
  'import.count',
  'import.finish',
  'evaluate.chunk',
  'evaluate.finish',
  'review.chunk',
  'review.finish',
  'release.due',
  'release.finish',
  'export.build',
] as const;
export type JobName = (typeof jobNames)[number];
