import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

it('names a download by what it is, whose and which, in characters that every system takes', () => {
  expect(fileName('audit-log', ['EL DORADO', 1, 3410], 'zip')).toBe('audit-log-el-dorado-1-3410.zip');
  expect(fileName('annotated', ['Cañon', '2026-11-22'], 'csv')).toBe('annotated-canon-2026-11-22.csv');
});

it('lets nothing into a header that ends or begins something there', () => {
  expect(fileName('audit-log', ['"; filename=../x\r\nSet-Cookie: a', ''], 'zip')).toBe(
    'audit-log-filename-x-set-cookie-a.zip',
  );
});
