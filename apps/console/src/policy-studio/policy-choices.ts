import type { DraftRow, PolicyRow, PresetRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';

/** A policy that can be named: a version, a draft or a preset. */
export interface PolicyChoice {
  /** As the API takes it. */
  readonly ref: string;
  readonly group: 'Versions' | 'Drafts' | 'Ready-made policies';
  readonly label: string;
  /** A draft with problems cannot be tried. */
  readonly isWhole: boolean;
}

const everything = { pagination: { page: 1, perPage: 200 }, filter: {} };

/** Every policy to choose from, newest versions first; undefined until all are known. */
export function usePolicyChoices(): readonly PolicyChoice[] | undefined {
  const mayDraft = useCan('draft policy');
  const versions = useGetList<PolicyRow>(
    'policies',
    { ...everything, sort: { field: 'version', order: 'DESC' } },
    { retry: false },
  ).data;
  const drafts = useGetList<DraftRow>(
    'policy-drafts',
    { ...everything, sort: { field: 'updatedAt', order: 'DESC' } },
    { retry: false, enabled: mayDraft },
  ).data;
  const presets = useApi<readonly PresetRow[]>('/policies/presets', { fresh: 300_000 }).data;
  if (!versions || !presets || (mayDraft && !drafts)) return undefined;
  return choicesOf(versions, drafts ?? [], presets);
}

/** The same from what the API answered. */
export const choicesOf = (
  versions: readonly Pick<PolicyRow, 'id' | 'version' | 'title' | 'status'>[],
  drafts: readonly Pick<DraftRow, 'id' | 'name' | 'check'>[],
  presets: readonly Pick<PresetRow, 'name' | 'title'>[],
): readonly PolicyChoice[] => [
  ...versions.map(({ id, version, title, status }) => ({
    ref: `policy:${id}`,
    group: 'Versions' as const,
    label: `Version ${version}, ${title}${status === 'published' ? ' (in force)' : ''}`,
    isWhole: true,
  })),
  ...drafts.map(({ id, name, check }) => ({
    ref: `draft:${id}`,
    group: 'Drafts' as const,
    label: `Draft: ${name || 'without a title'}${check.ok ? '' : ' (has problems to mend)'}`,
    isWhole: check.ok,
  })),
  ...presets.map(({ name, title }) => ({
    ref: `preset:${name}`,
    group: 'Ready-made policies' as const,
    label: title,
    isWhole: true,
  })),
];
