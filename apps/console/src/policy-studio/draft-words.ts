import type { DraftRow } from '@clearance/contract';

/** What a draft began as: `begun from version 3, “Los Angeles, February 2020”`. */
export const basedOnWords = ({ name, version }: DraftRow['basedOn']): string =>
  version === null ? `begun from “${name}”` : `begun from version ${version}, “${name}”`;
