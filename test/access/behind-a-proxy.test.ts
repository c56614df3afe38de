import { afterEach, describe, expect, it } from 'vitest';
import { makeCounty, PASSWORD } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';

let installation: Installation;
afterEach(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

/** Addresses that nobody has: of a person, and of proxies on the way. */
const [PERSON, FAR, NEAR] = ['198.51.100.7', '203.0.113.20', '203.0.113.30'];

/** The address that is kept of whoever signs in through this machine with these words about where the request came from. */
async function keptAddress(trusted: string | undefined, forwardedFor: string): Promise<string | undefined> {
  installation = await startInstallation({ workers: 0, env: trusted === undefined ? {} : { TRUST_PROXY: trusted } });
  const county = await makeCounty(installation, { name: 'MONO' });
  const response = await fetch(`${installation.base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    body: JSON.stringify({ email: county.people.admin.email, password: PASSWORD }),
  });
  expect(response.status).toBe(204);
  const [last] = await query<{ address: string }>(
    installation.database.superUrl,
    `SELECT address FROM session WHERE county_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [county.id],
  );
  return last?.address;
}

describe('the address of whoever signs in', () => {
  it.each([
    ['is what a proxy on this machine says', undefined, PERSON, PERSON],
    ['is the proxy’s own while that is not trusted', '192.0.2.1', PERSON, '127.0.0.1'],
    ['is not what somebody says of themselves before the proxy', undefined, `${PERSON}, ${FAR}`, FAR],
    [
      'is found behind several proxies that are trusted',
      `loopback, 203.0.113.0/24`,
      `${PERSON}, ${FAR}, ${NEAR}`,
      PERSON,
    ],
    ['is the first that is not trusted', `loopback, ${NEAR}`, `${PERSON}, ${FAR}, ${NEAR}`, FAR],
  ])('%s', async (_, trusted, said, kept) => {
    expect(await keptAddress(trusted, said)).toBe(kept);
  });
});
