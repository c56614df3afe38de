import fc from 'fast-check';

/** How often a property is tried: as often as PROPERTY_RUNS says, or so often, which a change of the engine can wait for. */
export const tries = (usual: number): { readonly numRuns: number } => ({
  numRuns: fc.readConfigureGlobal().numRuns ?? usual,
});
