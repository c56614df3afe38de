import { SingleBar } from 'cli-progress';
import type { Progress } from './evaluate-input.ts';

export interface ByteBar extends Progress {
  begin(bytes: number): void;
  stop(): void;
}

/** A bar of the bytes read, file by file, on a terminal; nothing in a pipe. */
export function byteBar(stream: NodeJS.WriteStream = process.stderr): ByteBar {
  if (!stream.isTTY) return { begin: nothing, read: nothing, again: nothing, stop: nothing };
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value} of {total} bytes | {eta_formatted} left',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
  let size = 0;
  let before = 0;
  let last = 0;
  return {
    begin: (bytes) => {
      [size, before, last] = [bytes, 0, 0];
      bar.start(size, 0);
    },
    read: (bytes) => {
      // A smaller number than the last one: the file is being read from its beginning again.
      if (bytes < last) before += size;
      last = bytes;
      bar.update(before + bytes);
    },
    again: () => {
      last = 0;
      bar.start(2 * size, 0);
    },
    stop: () => bar.stop(),
  };
}

function nothing(): void {
  return undefined;
}
