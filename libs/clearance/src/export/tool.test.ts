import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TOOL } from './tool.ts';

it('names the version that the product has', () => {
  const file = new URL('../../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  expect(TOOL).toBe(`Clearance ${version}`);
});
