import { describe, expect, test } from 'vitest';
import { differInHeader, missingParts } from './missing-parts.ts';

describe('the names of the files of a delivery', () => {
  test.each([
    [['YOLO 1 of 3.dat', 'YOLO 3 of 3.dat'], [2]],
    [['YOLO 1 of 3.dat'], [2, 3]],
    [['yolo_1of2.dat'], [2]],
    [['yolo_part2.dat'], [1]],
    [['yolo_part1.dat', 'yolo_part2.dat', 'yolo_part4.dat'], [3]],
    [['YOLO-Part-01.DAT', 'yolo-part-03.dat.txt'], [2]],
    [['export_1.dat', 'export_3.dat'], [2]],
    [
      ['export (1).dat', 'export (4).dat'],
      [2, 3],
    ],
    [['export.001', 'export.003'], [2]],
    [['/data/in/yolo (2 of 2).csv'], [1]],
    [['a_part0.dat', 'a_part2.dat'], [1]],
  ])('%j miss %j', (names, numbers) => {
    expect(missingParts(names)?.numbers).toEqual(numbers);
  });

  test.each([
    [['in.dat', 'in2.dat']],
    [['YOLO 1 of 2.dat', 'YOLO 2 of 2.dat']],
    [['yolo_part1.dat', 'yolo_part2.dat']],
    [['part10.dat', ...Array.from({ length: 9 }, (_, index) => `part${index + 1}.dat`)]],
    [['yolo_part0.dat', 'yolo_part1.dat']],
    [['YOLO_2019.dat']],
    [['YOLO_20190401.dat', 'YOLO_20190501.dat']],
    [['yolo-3.dat']],
    [['export_a.dat', 'export_c.dat']],
    [['export_7.dat', 'export_8.dat']],
  ])('%j miss nothing', (names) => {
    expect(missingParts(names)).toBeUndefined();
  });

  test('how many there are is said by the names that say it', () => {
    expect(missingParts(['x 2 of 4.dat', 'x 1 of 4.dat'])).toEqual({ numbers: [3, 4], of: 4 });
    expect(missingParts(['x_part2.dat'])).toEqual({ numbers: [1], of: undefined });
  });
});

test.each([
  [[true], false],
  [[false, false], false],
  [[true, true, true], false],
  [[true, false, false], false],
  [[false, true], true],
  [[true, false, true], true],
])('files with headers %j differ: %s', (headers, differ) => {
  expect(differInHeader(headers)).toBe(differ);
});
