import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Everything that `npm start` keeps is below this folder. */
export const folder = process.env['CLEARANCE_DATA'] ? resolve(process.env['CLEARANCE_DATA']) : join(root, '.data');
