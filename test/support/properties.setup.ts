import fc from 'fast-check';

/**
 * Properties are tried with the same values in every run: what is red stays red until it is mended. With PROPERTY_SEED set
 * to another number they are tried with others, which is worth a while after every change of the engine; PROPERTY_RUNS says
 * how many are tried by the properties that do not say it themselves.
 */
const runs = process.env['PROPERTY_RUNS'];
fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
