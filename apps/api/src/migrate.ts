import 'reflect-metadata';
import { clearanceMigrations } from '@clearance/clearance';
import { migrate } from '@clearance/platform';

const url = process.env['OWNER_DATABASE_URL'];
if (!url) {
  process.stderr.write('OWNER_DATABASE_URL is missing: the address of the database, as its owner.\n');
  process.exitCode = 2;
} else {
  await migrate(url, clearanceMigrations);
  process.stdout.write('The database is up to date.\n');
}
