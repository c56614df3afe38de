/** What was dropped or chosen: the files of one delivery, in the order of their names, or why it cannot be taken. */
export type Dropped = { readonly files: readonly File[] } | { readonly refused: string };

/** One thing of a drop: a file, or a folder with the files that are directly in it. */
export type DroppedItem = { readonly file: File | null } | { readonly folder: string; readonly files: readonly File[] };

/** A number within a name counts as a number: part 2 comes before part 10. */
const byName = new Intl.Collator('en', { numeric: true });
/** What a computer puts into a folder for itself. */
const isHidden = ({ name }: File) => name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);

/** The files of a drop as one delivery. Where there is no file among them, says what to do instead. */
export function filesOf(items: readonly DroppedItem[]): Dropped {
  if (items.length === 0) return { refused: 'That was not a file. Drop the file itself, from its folder.' };
  const files: File[] = [];
  for (const item of items) {
    if ('folder' in item) {
      const own = item.files.filter((file) => !isHidden(file));
      if (own.length === 0) return { refused: `The folder ${item.folder} has no file in it.` };
      files.push(...own);
    } else if (item.file) files.push(item.file);
    else return { refused: 'That file cannot be read. Choose it with the button instead.' };
  }
  return { files: files.sort((a, b) => byName.compare(a.name, b.name)) };
}

/** The things of a browser's drop event. Must be called while the event is handled; what is in a folder is read after it. */
export function itemsOf(transfer: DataTransfer | null): Promise<readonly DroppedItem[]> {
  return Promise.all(
    Array.from(transfer?.items ?? [])
      .filter(({ kind }) => kind === 'file')
      .map((item) => {
        const entry = item.webkitGetAsEntry();
        if (entry?.isDirectory) return folderItem(entry as FileSystemDirectoryEntry);
        return Promise.resolve({ file: item.getAsFile() });
      }),
  );
}

async function folderItem(folder: FileSystemDirectoryEntry): Promise<DroppedItem> {
  const reader = folder.createReader();
  const files: File[] = [];
  // A browser gives the entries of a folder in pieces; an empty one is the last.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return { folder: folder.name, files };
    for (const entry of entries) {
      if (!entry.isFile) continue;
      files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    }
  }
}

/** Whether what is being dragged holds files. */
export const holdsFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

/** `yolo.dat`, or `3 files`. */
export const nameOf = (files: readonly File[]): string =>
  files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`;

/** Bytes of all of them. */
export const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);
