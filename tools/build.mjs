import { resolve } from 'node:path';
import { step } from './step.mjs';

/** Builds what changed since the last build; says one line, and the compiler's own words only when it fails. */
const root = resolve(import.meta.dirname, '..');
process.chdir(root);
const nx = resolve(root, 'node_modules/nx/dist/bin/nx.js');
const well = await step('build', [nx, 'run-many', '-t', 'build', '--outputStyle=static']);
process.exitCode = well ? 0 : 1;
