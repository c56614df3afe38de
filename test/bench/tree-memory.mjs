import { readdirSync, readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

const EVERY_MS = 50;

/** Watches the resident memory of a process and of all that it started; `stop` gives the most there was at once, in KiB. */
export function watchMemory(pid) {
  let most = 0;
  const look = () => (most = Math.max(most, residentOf(pid)));
  const timer = setInterval(look, EVERY_MS);
  look();
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function residentOf(pid) {
  let total = 0;
  for (const each of family(pid)) total += Number(/VmRSS:\s+(\d+)/.exec(status(each))?.[1] ?? 0);
  return total;
}

function family(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /PPid:\s+(\d+)/.exec(status(name))?.[1];
    children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const found = [String(pid)];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]) ?? []));
  return found;
}

/** Empty where the process has ended meanwhile. */
function status(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
