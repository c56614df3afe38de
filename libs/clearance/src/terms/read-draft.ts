import { createHash } from 'node:crypto';
import type { AgencyRouting } from '@clearance/contract';
import { canonicalJson, checkRouting, type RoutingTable } from '@clearance/eligibility';
import { checkWordings, type DispositionWording } from '@clearance/record';

/** What somebody wants to save, as it came. */
export interface Draft {
  readonly dispositions: readonly unknown[];
  /** Null keeps the shipped table, where there is one. */
  readonly routing?: unknown;
}

export interface DraftProblem {
  /** `dispositions.3.wording`, `routing.routes.0.to` */
  readonly path: string;
  readonly message: string;
}

export type ReadDraft =
  | {
      readonly ok: true;
      readonly dispositions: readonly DispositionWording[];
      readonly routing: Pick<RoutingTable, keyof AgencyRouting> | null;
      /** SHA-256 (hex): equal for terms that say the same. */
      readonly digest: string;
    }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** Reads both parts of an office's terms and tells every problem of both. */
export function readDraft({ dispositions, routing = null }: Draft): ReadDraft {
  const words = checkWordings(dispositions);
  const table = routing === null ? undefined : checkRouting(routing);
  const problems = [
    ...(words.ok ? [] : words.problems.map((one) => below('dispositions', one))),
    ...(table === undefined || table.ok ? [] : table.problems.map((one) => below('routing', one))),
  ];
  if (!words.ok || table?.ok === false) return { ok: false, problems };
  const read = { dispositions: words.wordings, routing: table?.routing ?? null };
  return { ok: true, ...read, digest: createHash('sha256').update(canonicalJson(read)).digest('hex') };
}

const below = (part: string, { message, path }: DraftProblem): DraftProblem => ({
  path: path === '' ? part : `${part}.${path}`,
  message,
});
