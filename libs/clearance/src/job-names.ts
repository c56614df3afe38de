/** Every job of the product; the worker refuses to start unless each has exactly one handler. */
export const jobNames = [
  'import.read',
  'import.recognize',
  'import.count',
  'import.finish',
  'people.index',
  'people.indexed',
  'terms.finish',
  'evaluate.chunk',
  'evaluate.finish',
  'simulate.chunk',
  'simulate.finish',
  'review.chunk',
  'review.finish',
  'release.due',
  'release.finish',
  'export.build',
  'annotate.find',
  'annotate.write',
  'court_list.write',
] as const;
export type JobName = (typeof jobNames)[number];
