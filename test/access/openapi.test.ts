import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BootCheck } from '../../libs/platform/src/index.ts';
import { startInstallation, type Installation } from '../support/installation.ts';

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Json }>> };
  readonly responses: Json;
}
interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let installation: Installation;
let described: Described;
beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  const response = await fetch(`${installation.base}/api/openapi.json`);
  expect(response.status).toBe(200);
  described = (await response.json()) as Described;
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
/** Every reference anywhere in the description. */
const refsIn = (value: unknown): string[] =>
  isJson(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
      )
    : [];
const at = (root: unknown, ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (isJson(value) ? value[name.replaceAll('~1', '/')] : undefined), root);

describe('the description of the api', () => {
  it('is an OpenAPI document in which every reference leads somewhere', () => {
    expect(described.openapi).toMatch(/^3\./);
    for (const ref of refsIn(described)) expect(at(described, ref), ref).toBeDefined();
  });

  it('has every operation, with the shape of what it takes', () => {
    const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
    );
    const routes = operations.map(({ route }) => route.replace(/\{(\w+)\}/g, ':$1'));
    const known = installation.api.get(BootCheck).routes();
    expect(routes.sort()).toEqual(known.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { operation, route } of operations) {
      expect(Object.keys(operation.responses), route).not.toEqual([]);
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        expect(Object.keys(schema ?? {}), route).not.toEqual([]);
      }
    }
    const check = described.paths['/api/policies/check']?.['post'];
    expect(JSON.stringify(check?.requestBody)).toContain('"object"');
  });

  it('can be looked at in a browser', async () => {
    const page = await fetch(`${installation.base}/api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
  });
});
