import { BUNDLE_FILES } from './names.ts';

const OWN: ReadonlySet<string> = new Set(BUNDLE_FILES);
/** What operating systems put beside files by themselves, when a folder is opened, copied or packed. */
const OF_SYSTEM =
  /^(\.DS_Store|\._.*|__MACOSX|\.localized|\.Spotlight-V100|\.Trashes|\.fseventsd|(eh)?Thumbs\.db|desktop\.ini|.*:Zone\.Identifier)$/i;

/** What lies in a bundle and is no file of it: left there by an operating system, or put there by somebody. */
export type Strays = { readonly ofSystem: readonly string[]; readonly foreign: readonly string[] };

/** @param names of all that lies in the folder or the archive, in any order */
export function straysAmong(names: readonly string[]): Strays {
  const strays = names.filter((name) => !OWN.has(name)).sort();
  const isOfSystem = (name: string) => OF_SYSTEM.test(name.split('/')[0] ?? '');
  return { ofSystem: strays.filter(isOfSystem), foreign: strays.filter((name) => !isOfSystem(name)) };
}
