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
      // Some browsers drag nothing that carries nothing.
      event.dataTransfer.setData('text/plain', String(index + 1));
      setFrom(index);
    },
    onOver: (event: DragEvent) => {
      if (from === undefined) return;
      event.preventDefault();
      const side = sideOf(event);
      if (over?.index !== index || over.side !== side) setOver({ index, side });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      end();
      if (from === undefined) return;
      const gap = sideOf(event) === 'before' ? index : index + 1;
      // Without the dragged one, every place after it comes forward by one.
      const to = gap > from ? gap - 1 : gap;
      if (to !== from) move(from, to);
    },
    onEnd: end,
  });
}

/** Whether the mouse is over the upper or the lower half of a rule. */
function sideOf(event: DragEvent): 'before' | 'after' {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
}
