import 'reflect-metadata';
import { clearanceMigrations } from '@clearance/clearance';
import { migrate, NewerDatabase } from '@clearance/platform';

const url = process.env['OWNER_DATABASE_URL'];
if (!url) {
  process.stderr.write('OWNER_DATABASE_URL is missing: the address of the database, as its owner.\n');
  process.exitCode = 2;
} else {
  try {
    await migrate(url, clearanceMigrations, ({ pending }) => {
      process.stdout.write(`Upgrading the database: ${pending.join(', ')}.\n`);
    });
    process.stdout.write('The database is up to date.\n');
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
