/** Every file of a bundle, in the order in which they stand in its archive. */
export const BUNDLE_FILES = [
  'README.txt',
  'manifest.json',
  'manifest.sig',
  'log.pub',
  'checkpoint',
  'proof',
  'events.jsonl',
  'events.csv',
  'events.ocsf.jsonl',
] as const;
export type BundleFile = (typeof BUNDLE_FILES)[number];

/** The files whose size and hash the manifest names: all but itself and its signature. */
export const SUMMED_FILES = BUNDLE_FILES.filter(
  (name): name is Exclude<BundleFile, 'manifest.json' | 'manifest.sig'> => !name.startsWith('manifest.'),
);
export type SummedFile = (typeof SUMMED_FILES)[number];
