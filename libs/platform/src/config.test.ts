import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://app@localhost/clearance',
  MASTER_KEY: randomBytes(32).toString('base64'),
  FILES_DIR: '/files',
  PUBLIC_URL: 'https://clearance.example',
  SMTP_URL: 'smtp://localhost',
};

describe('the configuration', () => {
  it('is read when it is complete', () => {
    expect(readConfig(complete)).toMatchObject({ production: true, demo: false, port: 3000 });
  });

  it('names everything that is missing at once', () => {
    expect(() => readConfig({})).toThrow(/DATABASE_URL[\s\S]*MASTER_KEY[\s\S]*FILES_DIR[\s\S]*PUBLIC_URL/);
  });

  it.each([
    ['a short key', { MASTER_KEY: 'c2hvcnQ=' }],
    ['a key that is not random', { MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }],
    ['demo people in production', { DEMO_PEOPLE_FILE: '/people.json' }],
    ['no way to send mail in production', { SMTP_URL: undefined }],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }],
  ])('refuses %s', (_, change) => {
    expect(() => readConfig({ ...complete, ...change })).toThrow();
  });
});
