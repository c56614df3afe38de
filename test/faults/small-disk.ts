import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { User } from '../../apps/local/src/child.ts';

/** A file system of its own that is soon full. */
export interface SmallDisk {
  readonly path: string;
  /** Makes room. */
  grow(bytes: number): void;
  remove(): void;
}

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' });
const sizeOf = (bytes: number) => `size=${Math.ceil(bytes / 1024)}k`;

/** Makes one of so many bytes at the path; undefined where we may not mount anything. */
export function smallDisk(path: string, bytes: number, owner: User = { uid: 0, gid: 0 }): SmallDisk | undefined {
  mkdirSync(path, { recursive: true });
  const options = [sizeOf(bytes), `uid=${owner.uid}`, `gid=${owner.gid}`, 'mode=0700'].join(',');
  try {
    mount('-t', 'tmpfs', '-o', options, 'clearance-test', path);
  } catch {
    return undefined;
  }
  return {
    path,
    grow: (to) => mount('-o', `remount,${sizeOf(to)}`, path),
    remove: () => void execFileSync('umount', [path], { stdio: 'ignore' }),
  };
}

/** Whether this machine lets us mount one; where not, tests that need it say so and are left out. */
export function canMount(folder: string): boolean {
  const disk = smallDisk(`${folder}/tried`, 64 * 1024);
  disk?.remove();
  return disk !== undefined;
}
