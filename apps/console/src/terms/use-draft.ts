import type { AgencyRouting, Terms, TermsCheck } from '@clearance/contract';
import { useState } from 'react';
import { capital } from '../audit-events/past-tense.ts';
import { api } from '../providers/http.ts';
import { changesBetween, draftOf, type TermsDraft, type WordingDraft } from './changes.ts';

interface Begun extends TermsDraft {
  /** The version that was on screen when the first change was made. */
  readonly basedOn: number;
}

/** Terms as they are being changed, before anything is saved. */
export interface DraftWork {
  readonly draft: TermsDraft;
  readonly basedOn: number;
  readonly changes: readonly string[];
  /** Somebody saved another version since the first change. */
  readonly overtaken: boolean;
  /** What is wrong by its place: `dispositions.3.wording`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly setWordings: (next: readonly WordingDraft[]) => void;
  readonly setRouting: (next: AgencyRouting | null) => void;
  /** Asks the server whether the draft, or the one given, can be saved; keeps and answers what is wrong. */
  readonly check: (given?: TermsDraft) => Promise<Readonly<Record<string, string>>>;
  /** Goes on with the same draft against the newest version. */
  readonly rebase: () => void;
  readonly discard: () => void;
}

export function useDraft(terms: Terms): DraftWork {
  const [begun, setBegun] = useState<Begun>();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const saved = draftOf(terms);
  const draft = begun ?? saved;
  const basedOn = begun?.basedOn ?? terms.version;
  const change = (part: Partial<TermsDraft>) => {
    const { dispositions, routing } = draft;
    setBegun({ dispositions, routing, basedOn, ...part });
    setProblems({});
  };
  return {
    draft,
    basedOn,
    changes: begun ? changesBetween(saved, draft, terms.shipped.routing) : [],
    overtaken: basedOn !== terms.version,
    problems,
    setWordings: (dispositions) => change({ dispositions }),
    setRouting: (routing) => change({ routing }),
    check: async ({ dispositions, routing } = draft) => {
      const answer = await api.post<TermsCheck>('/terms/check', { dispositions, routing });
      const found: Record<string, string> = {};
      for (const { path, message } of answer.problems) found[path] ??= capital(message);
      setProblems(found);
      return found;
    },
    rebase: () => setBegun({ ...draft, basedOn: terms.version }),
    discard: () => {
      setBegun(undefined);
      setProblems({});
    },
  };
}
