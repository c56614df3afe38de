import 'reflect-metadata';
import { Lockout, makeLog, now, readConfig } from '@clearance/platform';
import { makeApi } from './make-api.ts';

/**
 * `node dist/unlock.js EMAIL`: releases an account that failed sign-ins locked, for whoever has a shell on the machine. It
 * is the way back for the operator and for the last administrator of a county. The release is on the log.
 */
const [email] = process.argv.slice(2);
if (!email?.includes('@')) {
  process.stderr.write('Usage: unlock EMAIL\n');
  process.exitCode = 2;
} else {
  const app = await makeApi(readConfig(process.env), makeLog('error'));
  const outcome = await app.get(Lockout).releaseByCommand(email, now());
  await app.close();
  if (outcome === 'released') process.stdout.write(`${email} is released and can sign in again.\n`);
  if (outcome === 'not locked') process.stdout.write(`${email} is not locked. Nothing was changed.\n`);
  if (outcome === 'unknown') {
    process.stderr.write(`There is no account with the address ${email}.\n`);
    process.exitCode = 1;
  }
}
