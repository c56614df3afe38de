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
    ['a key of zeros', { MASTER_KEY: Buffer.alloc(32).toString('base64') }],
    ['a key that is not random', { MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }],
    ['a key that repeats itself', { MASTER_KEY: Buffer.alloc(32, randomBytes(16)).toString('base64') }],
    ['a key that repeats a text', { MASTER_KEY: Buffer.alloc(32, 'correct-horse').toString('base64') }],
    ['one key for two things', { LOG_SIGNING_KEY: complete.MASTER_KEY }],
    ['a log key that is not random', { LOG_SIGNING_KEY: Buffer.alloc(32, 'ab').toString('base64') }],
    ['a console without TLS', { PUBLIC_URL: 'http://clearance.example' }],
    ['a console without TLS on this machine', { PUBLIC_URL: 'http://localhost:3000' }],
    ['a console of another scheme', { PUBLIC_URL: 'ftp://clearance.example' }],
    ['a queue on another host without a password', { REDIS_URL: 'redis://valkey:6379' }],
    ['the same with a name alone', { REDIS_URL: 'rediss://clearance@valkey:6379' }],
    ['mail to another host that may go without TLS', { SMTP_URL: 'smtp://mail.example' }],
    ['mail that is told to go without TLS', { SMTP_URL: 'smtp://mail.example?requireTLS=true&ignoreTLS=true' }],
    ['a host that only begins like this machine', { SMTP_URL: 'smtp://127.0.0.1.mail.example' }],
    ['a proxy that is everybody', { TRUST_PROXY: '0.0.0.0/0' }],
    ['a proxy that is everybody by IPv6', { TRUST_PROXY: '10.0.0.1, ::/0' }],
    ['a proxy that is all of IPv4 in the form of IPv6', { TRUST_PROXY: '::ffff:0:0/96' }],
    ['the same with every group written', { TRUST_PROXY: '0:0:0:0:0:ffff:0:0/97' }],
    ['a proxy that is half of everybody', { TRUST_PROXY: '128.0.0.0/1' }],
    ['a number of proxies, which believes whoever comes first', { TRUST_PROXY: '1' }],
    ['a proxy by a word that means everybody', { TRUST_PROXY: 'true' }],
    ['a proxy by name', { TRUST_PROXY: 'proxy.example' }],
    ['a network without a size', { TRUST_PROXY: '10.0.0.0/' }],
    ['a network larger than there are', { TRUST_PROXY: '10.0.0.0/33' }],
    ['no proxy at all', { TRUST_PROXY: ' , ' }],
    ['demo people in production', { DEMO_PEOPLE_FILE: '/people.json' }],
    ['no way to send mail in production', { SMTP_URL: undefined }],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }],
  ])('refuses %s', (_, change) => {
    const [name = ''] = Object.keys(change);
    // By its name, so that the operator knows where to look.
    expect(() => readConfig({ ...complete, ...change })).toThrow(name);
  });

  it.each([
    ['a queue on this machine without a password', { REDIS_URL: 'redis://127.0.0.1:6379' }],
    ['a queue on another host with one', { REDIS_URL: 'redis://:secret@valkey:6379' }],
    ['mail over TLS', { SMTP_URL: 'smtps://mail.example' }],
    ['mail that insists on TLS', { SMTP_URL: 'smtp://mail.example:587?requireTLS=true' }],
    ['mail to IPv6 of this machine', { SMTP_URL: 'smtp://[::1]:25' }],
    ['a proxy and a network', { TRUST_PROXY: '192.0.2.7, 10.0.0.0/8, fd00::/16, uniquelocal' }],
  ])('takes %s', (_, change) => {
    expect(() => readConfig({ ...complete, ...change })).not.toThrow();
  });

  it('names everything that is refused at once', () => {
    const weak = {
      PUBLIC_URL: 'http://clearance.example',
      REDIS_URL: 'redis://valkey',
      SMTP_URL: 'smtp://mail.example',
    };
    expect(() => readConfig({ ...complete, ...weak })).toThrow(/PUBLIC_URL[\s\S]*REDIS_URL[\s\S]*SMTP_URL/);
  });

  it('believes what is said of addresses only by a proxy on this machine, unless told', () => {
    expect(readConfig(complete).trustedProxies).toEqual(['loopback']);
    expect(readConfig({ ...complete, TRUST_PROXY: '192.0.2.7 , Uniquelocal' }).trustedProxies).toEqual([
      '192.0.2.7',
      'uniquelocal',
    ]);
  });

  it('takes any way on a machine for trying it out', () => {
    const local = { NODE_ENV: 'development', PUBLIC_URL: 'http://localhost:3000', SMTP_URL: undefined };
    expect(() => readConfig({ ...complete, ...local })).not.toThrow();
  });
});
