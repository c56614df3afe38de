import { parentPort, workerData } from 'node:worker_threads';
import { StretchEvaluator } from './evaluate-stretch.ts';
import type { Asked } from './evaluators.ts';
import { evaluationBy, type Recipe } from './recipe.ts';

/** A thread that evaluates one stretch after another, as they are sent to it. */
evaluationBy(workerData as Recipe, {
  with(dialect, format) {
    const evaluator = new StretchEvaluator(dialect, format);
    parentPort?.on('message', ({ pages, stretch }: Asked) => {
      evaluator.pages.reuse(pages);
      const evaluated = evaluator.evaluate(stretch);
      parentPort?.postMessage(evaluated, evaluated?.pages.map(({ memory }) => memory) ?? []);
    });
  },
});
