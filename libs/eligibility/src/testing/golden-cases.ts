import { readFileSync } from 'node:fs';

import type { SmallCase, SmallCount, SmallPerson } from './small-history.ts';

/**
 * One line of a golden file: a conviction with the rest of the person's record, and what must be determined.
 *
 * `others` holds further convictions, `;` between them: `[@COUNTY ] YYYYMMDD F|M|I|- offense [=012M] [!DISPOSITION]`, or
 * `+ F offense` for a further count of the same case. `later` holds dispositions of later rows of the conviction.
 * `note` says why a case of an earlier version of the policy was changed. `county` is where the court is, that of the evaluation unless given; `-` for a blank cell.
 */
export interface GoldenCase {
  readonly name: string;
  /** @throws RangeError when the line cannot be read */
  readonly person: () => SmallPerson;
  readonly asOf: string;
  readonly outcome: string;
  readonly rule: string;
  readonly citation: string;
}

/** Every case of a golden CSV file with a header row. */
export function goldenCases(file: URL): GoldenCase[] {
  const [header = [], ...lines] = readFileSync(file, 'utf8').trim().split('\n').map(cellsOf);
  return lines.map((cells) => {
    const field = (name: string) => cells[header.indexOf(name)] ?? '';
    return {
      name: field('case'),
      person: () => personOf(field),
      asOf: field('as_of'),
      outcome: field('outcome'),
      rule: field('rule'),
      citation: field('citation'),
    };
  });
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

const SEVERITIES: Readonly<Record<string, string>> = { F: 'FELONY', M: 'MISDEMEANOR', I: 'INFRACTION', '-': '' };

function personOf(field: (name: string) => string): SmallPerson {
  const others = listOf(field('others'));
  const own: SmallCount = {
    offense: field('offense'),
    comment: field('comment'),
    severity: SEVERITIES[field('severity')] ?? field('severity'),
    convictedOf: field('convicted_of'),
    sentence: listOf(field('sentence')),
    later: listOf(field('later')),
    ...dispositionOf(field('disposition')),
  };
  const sameCase = others.filter((text) => text.startsWith('+')).map((text) => countOf(text.slice(1).trim()));
  const registered = field('registered');
  return {
    born: field('born'),
    cases: [
      {
        date: field('convicted'),
        arrestedBy: field('arrested_by'),
        counts: [own, ...sameCase],
        ...(field('arrested') === '' ? {} : { arrested: field('arrested') }),
        ...(field('county') === '' ? {} : { county: field('county') === '-' ? '' : field('county') }),
      },
      ...others.filter((text) => !text.startsWith('+')).map(caseOf),
    ],
    ...(registered === '' ? {} : { registered: { date: registered.slice(0, 8), text: registered.slice(8).trim() } }),
  };
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(';').map((part) => part.trim());
}

function caseOf(text: string): SmallCase {
  const match = /^(?:@([A-Z ]+?) )?(\d{8}) (.*)$/.exec(text);
  if (!match) throw new RangeError(`not a conviction: ${text}`);
  const [, county, date = '', count = ''] = match;
  return { date, counts: [countOf(count)], ...(county === undefined ? {} : { county }) };
}

function countOf(text: string): SmallCount {
  const match = /^([FMI-]) (.*?)(?: =(\w+))?(?: !(.+))?$/.exec(text);
  if (!match) throw new RangeError(`not a count: ${text}`);
  const [, severity = '', offense = '', sentence = '012M', disposition = ''] = match;
  return { offense, severity: SEVERITIES[severity] ?? '', sentence: [sentence], ...dispositionOf(disposition) };
}

/** `-` for a blank cell; convicted where the line says nothing. */
function dispositionOf(text: string): Pick<SmallCount, 'disposition'> {
  return text === '' ? {} : { disposition: text === '-' ? '' : text };
}
