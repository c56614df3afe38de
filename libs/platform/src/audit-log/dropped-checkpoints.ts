import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { openCheckpoint, rootOf } from '@clearance/audit';
import { CONFIG, type Config } from '../config.ts';
import type { Tx } from '../db/in-county.ts';
import { Checkpoints } from './checkpoints.ts';
import { readHead } from './log-head.ts';
import { LogDamaged } from './log-damaged.ts';
import type { LogKey } from './signing-keys.ts';

/**
 * The checkpoints in the drop folder, which a restored backup of the database does not take back: what the database itself
 * remembers of its largest log goes back with it.
 */
@Injectable()
export class DroppedCheckpoints {
  constructor(
    private readonly checkpoints: Checkpoints,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws LogDamaged where the log is shorter than the largest checkpoint that was dropped, or is not what it was of. */
  async fit(tx: Tx, countyId: string, keys: readonly LogKey[]): Promise<void> {
    const largest = await this.largest(countyId, keys);
    if (!largest) return;
    const { size } = await readHead(tx);
    if (largest.size > size) throw new LogDamaged(size + 1, 'rolled_back');
    const root = rootOf(await this.checkpoints.rangeAt(tx, largest.size));
    if (!root.equals(largest.root)) throw new LogDamaged(largest.size, 'verified_changed');
  }

  /** The largest one that a key of this installation signed; files that nobody of ours signed say nothing. */
  private async largest(countyId: string, keys: readonly LogKey[]) {
    if (!this.config.checkpointDir) return undefined;
    const folder = join(this.config.checkpointDir, countyId);
    const names = await readdir(folder).catch(() => [] as string[]);
    const sizes = names.map((name) => Number(/^(\d+)\.checkpoint$/.exec(name)?.[1] ?? 0)).filter((size) => size > 0);
    for (const size of sizes.sort((a, b) => b - a)) {
      const note = await readFile(join(folder, `${size}.checkpoint`), 'utf8').catch(() => '');
      for (const key of keys) {
        const opened = openCheckpoint(note, key.verifier(countyId));
        if (opened.ok) return opened.checkpoint;
      }
    }
    return undefined;
  }
}
