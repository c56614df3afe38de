import { expect, it } from 'vitest';
import type { Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { Counties } from './counties.ts';

const opened = new Error('The database was asked.');
const database = { inCounty: () => Promise.reject(opened) };
const create = (name: string, production: boolean) => {
  const none = {} as never;
  const counties = new Counties(database as never, none, none, none, { production } as Config);
  return counties.create({} as Ctx, { name, adminEmail: 'admin@county.example' });
};

it('adds in production only a county that the files of the state can name', async () => {
  await expect(create('SAN DIAGO', true)).rejects.toMatchObject({ code: 'county_unknown' });
  await expect(create('SAN DIEGO', true)).rejects.toBe(opened);
  await expect(create('YOLO 2', false)).rejects.toBe(opened);
});
