/** What was dropped or chosen: one file, or why it cannot be taken. */
export type Dropped = { readonly file: File } | { readonly refused: string };

/** One thing of a drop: whether it is a folder, and the file if it is one. */
export interface DroppedItem {
  readonly folder: boolean;
  readonly file: File | null;
}

/** Takes the one file out of a drop; several files, a folder, or something else is told what to do instead. */
export function oneFile(items: readonly DroppedItem[]): Dropped {
  const [only] = items;
  if (!only) return { refused: 'That was not a file. Drop the file itself, from its folder.' };
  if (items.length > 1) {
    return {
      refused: `You dropped ${items.length} things. Files are imported one at a time: drop the first one, and the next when it is done.`,
    };
  }
  if (only.folder) return { refused: 'That is a folder. Open it and drop the one file in it.' };
  return only.file ? { file: only.file } : { refused: 'That file cannot be read. Choose it with the button instead.' };
}

/** The things of a browser's drop event. Must be read while the event is handled. */
export function itemsOf(transfer: DataTransfer | null): readonly DroppedItem[] {
  return Array.from(transfer?.items ?? [])
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ folder: item.webkitGetAsEntry()?.isDirectory === true, file: item.getAsFile() }));
}

/** Whether what is being dragged holds files. */
export const holdsFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;
