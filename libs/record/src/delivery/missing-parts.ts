/** What the name of a file says of its place among the parts of one delivery. */
interface PartName {
  /** The name without the numbers: the same for parts of one whole. */
  readonly stem: string;
  readonly number: number;
  readonly of: number | undefined;
}

/** Parts of one whole that their names tell of and that were not given. */
export interface MissingParts {
  readonly numbers: readonly number[];
  /** How many parts the names say there are. */
  readonly of: number | undefined;
}

/** More parts than this no name means. */
const MOST = 200;

const FORMS: readonly RegExp[] = [
  /\(?(?<number>\d{1,3})[ _.-]*(?:of|von|\/)[ _.-]*(?<of>\d{1,3})\)?/i,
  /(?:part|pt|piece|volume|vol|chunk|split|file|disk|disc)[ _.#-]*(?<number>\d{1,3})(?!\d)/i,
];
/** Only where several names have it and differ in nothing else. */
const NUMBER_AT_END = /[ _.(-](?<number>\d{1,3})\)?$/;

/**
 * Which parts of a delivery are missing, as far as the names of its files say that they are parts: `2 of 3`, `_part2`, or
 * names that differ only in a number at their end. Names that say nothing miss nothing.
 */
export function missingParts(names: readonly string[]): MissingParts | undefined {
  const plain = names.map((name) => name.replace(/^.*[\\/]/, '').replace(/(?:\.(?:dat|csv|txt))+$/i, ''));
  const told = plain.flatMap((name) => read(name, FORMS) ?? []);
  const numbered = plain.flatMap((name) => (read(name, FORMS) ? [] : (read(name, [NUMBER_AT_END]) ?? [])));
  const likely = [...Map.groupBy(numbered, ({ stem }) => stem).values()].filter((parts) => parts.length > 1);
  for (const parts of [...Map.groupBy(told, ({ stem }) => stem).values(), ...likely]) {
    const missing = missingOf(parts, likely.includes(parts));
    if (missing) return missing;
  }
  return undefined;
}

/** @param between only parts between two that are there are missed: a number alone may be that of a month */
function missingOf(parts: readonly PartName[], between: boolean): MissingParts | undefined {
  const given = new Set(parts.map(({ number }) => number));
  const of = parts.reduce<number | undefined>((most, part) => max(most, part.of), undefined);
  // Some count from 0.
  const first = between ? Math.min(...given) : given.has(0) ? 0 : 1;
  const last = Math.max(...given, of === undefined ? 0 : of - 1 + first);
  if (last > MOST) return undefined;
  const numbers: number[] = [];
  for (let number = first; number <= last; number++) if (!given.has(number)) numbers.push(number);
  return numbers.length > 0 ? { numbers, of } : undefined;
}

function max(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function read(name: string, forms: readonly RegExp[]): PartName | undefined {
  for (const form of forms) {
    const match = form.exec(name);
    if (!match?.groups) continue;
    const { number = '', of } = match.groups;
    const stem = (name.slice(0, match.index) + '#' + name.slice(match.index + match[0].length)).toUpperCase();
    return { stem, number: Number(number), of: of === undefined ? undefined : Number(of) };
  }
  return undefined;
}

/**
 * Whether the files of a delivery do not agree on having a header, other than that the first alone has it, as when one file
 * was cut into several: then they were probably not made together, or not all of them are there.
 *
 * @param headers whether each file begins with the header, in their order
 */
export function differInHeader(headers: readonly boolean[]): boolean {
  const [first, ...others] = headers;
  return others.some((header) => header) && (!first || others.some((header) => !header));
}
