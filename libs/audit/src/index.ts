export type { BundleFault, BundleProblem } from './bundle/faults.ts';
export { manifestBytes, signManifest, BUNDLE_FORMAT } from './bundle/manifest.ts';
export type { FileSum, Manifest } from './bundle/manifest.ts';
export { BUNDLE_FILES, SUMMED_FILES } from './bundle/names.ts';
export type { BundleFile, SummedFile } from './bundle/names.ts';
export { entryProofLine, proofHeaderLine } from './bundle/proof-file.ts';
export type { Continuation, ProofHeader } from './bundle/proof-file.ts';
export { readZip } from './bundle/read-zip.ts';
export type { ReadAt } from './bundle/read-zip.ts';
export { readme } from './bundle/readme.ts';
export { verifyArchive } from './bundle/verify-archive.ts';
export type { ArchiveVerdict } from './bundle/verify-archive.ts';
export { verifyBundle } from './bundle/verify-bundle.ts';
export type { BundleSource } from './bundle/source.ts';
export type { BundleVerdict, Trust } from './bundle/verify-bundle.ts';
export type { ZipFault } from './bundle/zip-fault.ts';
export { zipFrame } from './bundle/zip.ts';
export type { StoredFile, ZipFrame } from './bundle/zip.ts';
export { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export { consistencyProof, startConsistency, verifyConsistency } from './consistency.ts';
export { asItWas } from './harmless-cell.ts';
export { auditCsvHeader, auditCsvLine, csvCell, csvLine } from './csv.ts';
export type { CsvValue, ResolveId } from './csv.ts';
export { AuditEntryProblem } from './entry-checks.ts';
export { canonicalBytes, sortedDetail } from './entry.ts';
export type { AuditActor, AuditDetail, AuditEntry, AuditOutcome } from './entry.ts';
export { inclusionProof, verifyInclusion } from './inclusion.ts';
export { jsonLine } from './json-lines.ts';
export { emptyRoot, HASH_SIZE, leafHash, nodeHash, rootOfLeaves } from './merkle.ts';
export { isReading } from './ocsf-kinds.ts';
export { ocsfEvent, ocsfLine } from './ocsf.ts';
export { BLOCK, blockRoot, ProofTree } from './proof-tree.ts';
export { appendLeaf, appendLeaves, decodeRange, emptyRange, encodeRange, RangeProblem, rootOf } from './range.ts';
export type { Range } from './range.ts';
export {
  openNote,
  parseVerifierKey,
  parseVerifierKeys,
  privateKeyOf,
  publicKeyOf,
  signNote,
  verifierKey,
  verifierKeysText,
  verifierKeyText,
} from './signed-note.ts';
export type { VerifierKey } from './signed-note.ts';
export { startVerification, verifyEntries } from './verify-entries.ts';
export type { Head, LogFault, StoredEntry, Verdict, Verification } from './verify-entries.ts';
export { EntryViews } from './views/entry-views.ts';
export type { Views } from './views/entry-views.ts';
