import { csvCell } from '@clearance/audit';
import type { SyntheticConviction } from '@clearance/record';

/** One line for each conviction of the county in scope, in the order of the file. */
const columns = {
  cii: (it) => it.cii,
  subject_id: (it) => it.subjectId,
  key: (it) => it.key,
  line: (it) => it.line,
  county: (it) => it.county,
  case_number: (it) => it.caseNumber,
  section: (it) => it.section,
  subdivision: (it) => it.subdivision,
  made: (it) => it.made,
  historic: (it) => it.historic,
  read_from: (it) => it.readFrom,
  severity: (it) => it.severity,
  date: (it) => it.date,
  date_on_file_first: (it) => it.dateOnFile?.earliest,
  date_on_file_last: (it) => it.dateOnFile?.latest,
  age_at_conviction: (it) => it.ageAtConviction,
  age_as_of: (it) => it.ageAsOf,
  relief: (it) => it.relief,
  earlier_super_strike: (it) => it.earlierSuperStrike,
  earlier_registrable: (it) => it.earlierRegistrable,
  registered: (it) => it.registered,
  deceased: (it) => it.deceased,
  earlier_same_section: (it) => it.earlierSameSection,
  only_cannabis: (it) => it.onlyCannabis,
  latest_conviction: (it) => it.latestConviction,
  dismiss_all: (it) => it.dismissAll,
} satisfies Record<string, (it: SyntheticConviction) => string | number | boolean | undefined>;

export const truthHeader = `${Object.keys(columns).join(',')}\n`;

/** Empty where the truth is that the file does not say. */
export const truthLine = (it: SyntheticConviction): string =>
  `${Object.values(columns)
    .map((read) => csvCell(read(it)))
    .join(',')}\n`;
