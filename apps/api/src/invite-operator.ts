import 'reflect-metadata';
import { Installation, makeLog, readConfig } from '@clearance/platform';
import { makeApi } from './make-api.ts';

/** `node dist/invite-operator.js EMAIL`: how the first operator of an installation gets in. Prints the link. */
const [email] = process.argv.slice(2);
if (!email?.includes('@')) {
  process.stderr.write('Usage: invite-operator EMAIL\n');
  process.exitCode = 2;
} else {
  const app = await makeApi(readConfig(process.env), makeLog('error'));
  process.stdout.write(`${await app.get(Installation).inviteOperator(email)}\n`);
  await app.close();
}
