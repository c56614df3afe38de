import type { PolicyVocabulary } from '@clearance/contract';
import { createContext, useContext, type ReactNode } from 'react';
import { at, fieldId, pathText, replaceAt, type Path } from '../model/json-path.ts';
import type { Policy } from '../model/policy.ts';
import { errorsOf, problemsAt, problemSentence, type PolicyProblem } from '../model/problems.ts';

/** What every part of the editor works on. */
export interface Editing {
  readonly policy: Policy;
  readonly vocabulary: PolicyVocabulary;
  readonly problems: readonly PolicyProblem[];
  /** The next policy; `about` names the field that is typed in. */
  readonly change: (next: Policy, about?: string) => void;
}

const Context = createContext<Editing | undefined>(undefined);

export const EditingProvider = ({ editing, children }: { readonly editing: Editing; readonly children: ReactNode }) => (
  <Context.Provider value={editing}>{children}</Context.Provider>
);

/** @throws Error outside the editor */
export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error('there is no policy to edit around this');
  return editing;
}

export interface EditedField {
  readonly id: string;
  readonly value: unknown;
  /** What is wrong with it or worth a look, as sentences. */
  readonly says: readonly string[];
  readonly isWrong: boolean;
  /** Undefined takes the field out. */
  readonly set: (value: unknown) => void;
}

/** Says a problem in the words of this policy. */
export function useSay(): (problem: PolicyProblem) => string {
  const { policy } = useEditing();
  const ids = policy.rules.map(({ id }) => id);
  return (problem) => problemSentence(problem, ids);
}

/** One field of the policy. Typing on in it is one step back. */
export function useField(path: Path): EditedField {
  const { policy, problems, change } = useEditing();
  const say = useSay();
  const mine = problemsAt(problems, path);
  return {
    id: fieldId(path),
    value: at(policy, path),
    says: mine.map(say),
    isWrong: errorsOf(mine).length > 0,
    set: (value) => change(replaceAt(policy, path, value), pathText(path)),
  };
}
