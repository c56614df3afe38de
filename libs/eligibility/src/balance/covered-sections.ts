import type { Count, HistoryRow, OffenseText } from '@clearance/record';
import { OFFENSE_CELLS, remembering, sectionsIn, textOf, withoutControlNumber } from '@clearance/record';

import type { Statute, StatuteList } from '../lists/statute-list.ts';
import { parseStatute } from '../lists/statute-list.ts';

/** So many texts of a county's files, and what each names, are kept at hand. */
const MOST_HELD = 20_000;

const NONE: readonly string[] = [];
const byList = new WeakMap<StatuteList, CoveredSections>();

/** The sections that a policy is about, looked for in rows in any spelling. */
export class CoveredSections {
  readonly #statutes: readonly Statute[];
  /** Numbers of old, which other codes use today. */
  readonly #historic: ReadonlySet<string>;
  readonly #sectionsIn: (text: string) => readonly string[];

  private constructor(list: StatuteList) {
    this.#statutes = list.entries.flatMap(({ statute }) => parseStatute(statute) ?? []);
    const historic = list.entries.filter(({ nowKnownAs }) => nowKnownAs !== undefined);
    this.#historic = new Set(historic.map(({ statute }) => parseStatute(statute)?.section ?? ''));
    const sections = [...new Set(this.#statutes.map(({ section }) => section))];
    this.#sectionsIn = remembering((text) => sectionsIn(text, sections), MOST_HELD);
  }

  static of(list: StatuteList): CoveredSections {
    const known = byList.get(list);
    if (known) return known;
    const made = new CoveredSections(list);
    byList.set(list, made);
    return made;
  }

  /** Those that the row's offense cells or its comment name, each once. */
  namedIn(row: HistoryRow): readonly string[] {
    let found: Set<string> | undefined;
    for (const column of OFFENSE_CELLS) {
      const text = textOf(row, column);
      if (text === '') continue;
      for (const section of this.#sectionsIn(withoutControlNumber(text))) (found ??= new Set()).add(section);
    }
    return found ? [...found] : NONE;
  }

  /** Whether the reader of offenses found the section in the count, under the code that the law has it in. */
  isReadIn(section: string, { charged, offense }: Count): boolean {
    return this.#isRead(section, charged) || (offense !== charged && this.#isRead(section, offense));
  }

  #isRead(section: string, { references }: OffenseText): boolean {
    return references.some(
      (reference) =>
        reference.section === section &&
        (reference.code === undefined ||
          this.#historic.has(section) ||
          this.#statutes.some((one) => one.section === section && one.code === reference.code)),
    );
  }
}
