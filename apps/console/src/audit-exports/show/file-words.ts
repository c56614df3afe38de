import type { AuditExportFormat } from '@clearance/contract';

/** What each file of an export is, for whom. */
export const fileWords: Readonly<Record<AuditExportFormat, { readonly name: string; readonly says: string }>> = {
  bundle: { name: 'Everything in one file', says: 'With proofs, the public key and a text that explains them.' },
  csv: { name: 'CSV', says: 'A table for a spreadsheet, to read.' },
  jsonl: { name: 'JSON Lines', says: 'The entries exactly as they were hashed, to check.' },
  ocsf: { name: 'Security events', says: 'The same entries for programs that collect security events (OCSF).' },
  proof: { name: 'Proof', says: 'That the entries stand in the log that was signed.' },
  checkpoint: { name: 'Checkpoint', says: 'Size and sum of the log, signed.' },
  key: { name: 'Public key', says: 'Verifies the signature of the checkpoint.' },
  manifest: { name: 'Manifest', says: 'Who took what, for which purpose, with the checksum of each file.' },
  signature: { name: 'Signature of the manifest', says: 'Shows that nobody changed the manifest.' },
  readme: { name: 'Explanation', says: 'What the export proves and what not, in plain words.' },
};
