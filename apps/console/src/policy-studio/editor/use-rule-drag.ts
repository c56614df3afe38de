import { useState, type DragEvent } from 'react';
import type { DragParts } from './RuleCard.tsx';

/** Dragging a rule to another place with the mouse; by keyboard the buttons and Alt with an arrow do the same. */
export function useRuleDrag(move: (from: number, to: number) => void): (index: number) => DragParts {
  const [from, setFrom] = useState<number>();
  const [over, setOver] = useState<{ readonly index: number; readonly side: 'before' | 'after' }>();
  const end = () => {
    setFrom(undefined);
    setOver(undefined);
  };
  return (index) => ({
    mark: over?.index === index && from !== index ? over.side : undefined,
    onStart: (event: DragEvent) => {
      const card = event.currentTarget.closest('li');
      if (card) event.dataTransfer.setDragImage(card, 16, 16);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      setFrom(index);
    },
    onOver: (event: DragEvent) => {
      if (from === undefined) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const side = event.clientY < top + height / 2 ? 'before' : 'after';
      if (over?.index !== index || over.side !== side) setOver({ index, side });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (from === undefined || !over) return end();
      const gap = over.side === 'before' ? over.index : over.index + 1;
      // Without the dragged one, every place after it comes forward by one.
      const to = gap > from ? gap - 1 : gap;
      end();
      if (to !== from) move(from, to);
    },
    onEnd: end,
  });
}
