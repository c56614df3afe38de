import { describe, expect, it } from 'vitest';
import { RefusalError, unreachable } from '../../providers/refusal.ts';
import { Saver, type SaveState } from './saver.ts';

/** A server that keeps one draft, and a clock that is wound by hand. */
function bench() {
  const server = { version: 1, body: 'a', refuses: undefined as RefusalError | undefined };
  const told: SaveState['kind'][] = [];
  let due: (() => void) | undefined;
  const sent: string[] = [];
  const saver = new Saver<string>(1, {
    send: (version, body) => {
      sent.push(body);
      if (server.refuses) return Promise.reject(server.refuses);
      if (version !== server.version)
        return Promise.reject(new RefusalError(409, { code: 'conflict', message: 'Changed meanwhile.' }));
      Object.assign(server, { version: version + 1, body });
      return Promise.resolve({ version: server.version, updatedAt: 'now' });
    },
    tell: ({ kind }) => void told.push(kind),
    later: (_, run) => {
      due = run;
      return () => (due = undefined);
    },
  });
  const wait = async () => {
    const run = due;
    due = undefined;
    run?.();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { server, told, sent, saver, wait, isDue: () => due !== undefined };
}

describe('saving a draft by itself', () => {
  it('sends once after the last of several changes', async () => {
    const { saver, server, sent, told, wait } = bench();
    saver.take('ab');
    saver.take('abc');
    await wait();
    expect(sent).toEqual(['abc']);
    expect(server).toMatchObject({ version: 2, body: 'abc' });
    expect(told).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
    expect(saver.isSettled).toBe(true);
  });

  it('sends what was changed during a save on the version which that save made', async () => {
    const { saver, server, sent, wait } = bench();
    saver.take('ab');
    const first = saver.flush();
    saver.take('abc');
    expect(await first).toBe(false);
    await wait();
    expect(sent).toEqual(['ab', 'abc']);
    expect(server).toMatchObject({ version: 3, body: 'abc' });
  });

  it('overwrites nothing that somebody else saved, and keeps what was written here', async () => {
    const { saver, server, sent, told, wait, isDue } = bench();
    Object.assign(server, { version: 2, body: 'theirs' });
    saver.take('mine');
    await wait();
    expect(told.at(-1)).toBe('conflict');
    saver.take('mine too');
    expect(isDue()).toBe(false);
    expect(await saver.flush()).toBe(false);
    expect(server.body).toBe('theirs');
    expect(saver.unsaved).toBe('mine too');
    expect(sent).toEqual(['mine']);
  });

  it('tries again after the line broke, with what is newest by then', async () => {
    const { saver, server, told, wait } = bench();
    server.refuses = unreachable();
    saver.take('ab');
    await wait();
    expect(told.at(-1)).toBe('failed');
    expect(saver.unsaved).toBe('ab');
    server.refuses = undefined;
    await wait();
    expect(server.body).toBe('ab');
    expect(told.at(-1)).toBe('saved');
  });

  it('does not go on asking where the server says no', async () => {
    const { saver, server, wait, isDue } = bench();
    server.refuses = new RefusalError(403, { code: 'forbidden', message: 'No.' });
    saver.take('ab');
    await wait();
    expect(isDue()).toBe(false);
    expect(saver.unsaved).toBe('ab');
  });

  it('says that nothing is left to save when there is nothing', async () => {
    const { saver, sent } = bench();
    expect(await saver.flush()).toBe(true);
    expect(sent).toEqual([]);
  });
});
