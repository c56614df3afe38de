import type { TestProject } from 'vitest/node';
import { findOldestPostgres } from '../../tools/find.mjs';
import { services } from './services.setup.ts';

/** The services on the oldest PostgreSQL that the product runs on, as the distribution ships it. */
export default (project: TestProject) => services(project, findOldestPostgres());
