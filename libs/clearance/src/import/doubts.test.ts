import { expect, it } from 'vitest';
import { doubtsOf } from './doubts.ts';

const county = 'SACRAMENTO';
const files = [{ name: 'sacramento.dat', header: true }];
const own = { counties: { SACRAMENTO: 10 }, county, files };

it('takes a file for another county’s when hardly a court row names this one', () => {
  const of = (counties: Record<string, number>) => doubtsOf({ counties, county, files, replaces: undefined });
  expect(of({ SACRAMENTO: 700, YOLO: 300 })).toEqual([]);
  expect(of({ SACRAMENTO: 50, YOLO: 950 })).toEqual([]);
  expect(of({ SACRAMENTO: 49, YOLO: 951 })).toEqual(['foreign']);
  expect(of({ YOLO: 10 })).toEqual(['foreign']);
  expect(of({})).toEqual(['foreign']);
});

const replaced = (people: number, shared: number, convictions = 0, keptConvictions = 0) => ({
  ...own,
  replaces: { people, shared, convictions, keptConvictions },
});

it('doubts a file that leaves out more than a tenth of the people of the one it replaces', () => {
  const of = (people: number, shared: number) => doubtsOf(replaced(people, shared));
  expect(of(3_410, 0)).toEqual(['few_shared']);
  expect(of(3_410, 3_068)).toEqual(['few_shared']);
  expect(of(3_410, 3_069)).toEqual([]);
  expect(of(1, 0)).toEqual(['few_shared']);
  expect(of(1, 1)).toEqual([]);
  // An older file that nobody could be read from loses nothing.
  expect(of(0, 0)).toEqual([]);
});

it('doubts one that leaves out more than a tenth of the convictions, however few people they are of', () => {
  const of = (convictions: number, kept: number) => doubtsOf(replaced(1_000, 990, convictions, kept));
  expect(of(445, 400)).toEqual(['few_shared']);
  expect(of(445, 401)).toEqual([]);
  expect(of(0, 0)).toEqual([]);
});

it('doubts a file that ends in the middle of a row, whichever of several', () => {
  const [file] = files;
  expect(doubtsOf({ ...own, files: [{ name: 'a.dat', header: true, unfinished: true }], replaces: undefined })).toEqual(
    ['unfinished'],
  );
  const several = [
    { name: 'a.dat', header: true, unfinished: false },
    { name: 'b.dat', header: true, unfinished: true },
  ];
  expect(doubtsOf({ ...own, files: several, replaces: undefined })).toEqual(['unfinished']);
  expect(doubtsOf({ ...own, files: [{ ...file, name: 'a.dat', header: true }], replaces: undefined })).toEqual([]);
});

it('says each of two doubts', () => {
  expect(doubtsOf({ ...replaced(9, 0), counties: {} })).toEqual(['foreign', 'few_shared']);
});

it('doubts a delivery of which names or headers tell that something is missing', () => {
  const of = (...given: [name: string, header: boolean][]) =>
    doubtsOf({ ...own, files: given.map(([name, header]) => ({ name, header })), replaces: undefined });
  expect(of(['s_1of2.dat', true], ['s_2of2.dat', false])).toEqual([]);
  expect(of(['s_1of3.dat', true], ['s_3of3.dat', false])).toEqual(['missing_parts']);
  expect(of(['s_2of2.dat', false])).toEqual(['missing_parts']);
  expect(of(['north.dat', true], ['south.dat', true], ['west.dat', false])).toEqual(['headers_differ']);
  expect(of(['north.dat', true], ['south.dat', true])).toEqual([]);
});
