export { COLUMN, COLUMNS, WIDTH } from './columns.ts';
export type { ColumnName } from './columns.ts';
export { exactCell, exactLine, isExactLine } from './exact-csv.ts';
export { KeptRow, keptColumns, packCells, packRow } from './kept-cells.ts';
export { cellText, textOf } from './cell.ts';
export { addDays, addMonths, addYears, compareDates, daysBetween, localDate } from './local-date.ts';
export type { DateRange, LocalDate } from './local-date.ts';
export { parseDojDate } from './doj-date.ts';
export { maskedNumbers } from './reading/masked-line.ts';
export { DojReader } from './reading/doj-reader.ts';
export { Line } from './reading/line.ts';
export { LONGEST_RECORD } from './reading/scan-line.ts';
export type { ReaderOptions } from './reading/doj-reader.ts';
export { detectFile } from './reading/detect-file.ts';
export type { DetectedFile, FileProblem } from './reading/detect-file.ts';
export type { BinaryFormat } from './reading/file-formats.ts';
export type { Batch, FileRow, Position, RejectReason, RejectedRow } from './reading/batch.ts';
export type { PersonColumn } from './reading/assign-row.ts';
export { PeopleOfRejected } from './reading/person-of-rejected.ts';
export type { PersonOfRejected } from './reading/person-of-rejected.ts';
export type { Encoding } from './reading/encoding.ts';
export { enteredCell, factSources } from './entered/entered-fact.ts';
export type { EnteredFact, EnteredKind, EnteredValue, FactSource } from './entered/entered-fact.ts';
export type {
  Beside,
  CellRef,
  Conviction,
  Count,
  Cycle,
  Disposition,
  DispositionKind,
  History,
  HistoryRow,
  PlacedCount,
  Step,
  StepKind,
  ToldBy,
  UnreadRow,
} from './history.ts';
export { buildHistory } from './build-history.ts';
export { isDateAfter, isSameCase, isStepAfter, mayBeSameOffense, numberOf, sharesSection } from './court-case.ts';
export type { Likeness } from './court-case.ts';
export { dateOfRow, isSurelySameCount, settles } from './same-count.ts';
export { stepKindOf } from './step-kind.ts';
export { caseKey, isSameNumber } from './case-key.ts';
export { DIALECT, dialects } from './dialect.ts';
export type { Dialect } from './dialect.ts';
export { isUnfinishedRow } from './reading/unfinished-row.ts';
export { ownCopy, remembering } from './remembering.ts';
export { isPackedHistory, packHistory, unpackHistory } from './packed/packed-history.ts';
export { cellsThatMatter } from './packed/what-matters.ts';
export { concernsCounty, convictionKey } from './convictions.ts';
export { canonicalHistory } from './canonical-history.ts';
export { normalWording, readDispositions, shippedDispositions } from './disposition.ts';
export type { DispositionWording, Dispositions } from './disposition.ts';
export { checkWordings } from './disposition/check-wordings.ts';
export type { WordingProblem, WordingsCheck } from './disposition/check-wordings.ts';
export { READABLE_KINDS } from './disposition/wordings.ts';
export type { ReadableKind } from './disposition/wordings.ts';
export type { Manner, OffenseText, StatuteRef } from './statute.ts';
export { STATUTE_CODES } from './statute/codes.ts';
export type { StatuteCode } from './statute/codes.ts';
export { readCitation } from './statute/citation.ts';
export type { Citation } from './statute/citation.ts';
export { commentCharges, readDescription, readOffense, statuteText } from './statute/read-offense.ts';
export { isViolation, SENTENCING, VIOLATIONS } from './statute/no-crime.ts';
export type { NoCrime } from './statute/no-crime.ts';
export { withoutControlNumber } from './statute/control-number.ts';
export { mentionsOf, OFFENSE_CELLS, sectionsIn } from './statute/mentions.ts';
export type { Mention } from './statute/mentions.ts';
export { currentStatute, historicAliases } from './statute/historic-aliases.ts';
export type { HistoricAlias } from './statute/historic-aliases.ts';
export { differInHeader, missingParts } from './delivery/missing-parts.ts';
export type { MissingParts } from './delivery/missing-parts.ts';
export { toldOnce } from './delivery/told-once.ts';
export type { ToldOnce } from './delivery/told-once.ts';
export { generateCounty } from './synthetic/generate-county.ts';
export type { SyntheticCounty, SyntheticOptions, SyntheticPart } from './synthetic/generate-county.ts';
export type { SyntheticConviction, SyntheticDamage, SyntheticTotals } from './synthetic/truth.ts';
export { nameWords, plainCapitals } from './person-name/name-words.ts';
export type { NameWord } from './person-name/name-words.ts';
export { SHORTEST_WITH_SLIPS, slipsOf } from './person-name/slips.ts';
export { soundOf } from './person-name/sound.ts';
