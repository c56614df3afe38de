import { useEffect, useRef, useState } from 'react';
import { holdsFiles, itemsOf, type DroppedItem } from './dropped.ts';

/**
 * Files dropped anywhere on the page while `enabled`: a drop that misses the zone must not make the browser open the
 * file in place of the console. Returns whether files are being dragged over the page.
 */
export function useFileDrop(enabled: boolean, onDrop: (items: readonly DroppedItem[]) => void): boolean {
  const [over, setOver] = useState(false);
  const current = useRef(onDrop);
  useEffect(() => {
    current.current = onDrop;
  });
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = enabled ? 'copy' : 'none';
      setOver(enabled);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      if (!enabled) return;
      // A folder that cannot be read is as good as nothing dropped.
      void itemsOf(event.dataTransfer).then(
        (items) => current.current(items),
        () => current.current([]),
      );
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [enabled]);
  return over;
}
