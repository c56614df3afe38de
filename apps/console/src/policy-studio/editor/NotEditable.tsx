import type { DraftRow } from '@clearance/contract';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { problemSentence } from '../model/problems.ts';

/** A draft whose parts are not where a form could show them: another program saved it. */
export const NotEditable = ({ row }: { readonly row: DraftRow }) => (
  <EmptyState title="This draft cannot be shown as a form">
    It was saved by something other than this page, and parts of it are not where they belong. Nothing was changed. You
    can begin another draft from the policy in force.
    <ul>
      {row.check.problems.slice(0, 5).map((problem) => (
        <li key={`${problem.path.join('.')} ${problem.message}`}>{problemSentence(problem, [])}</li>
      ))}
    </ul>
  </EmptyState>
);
