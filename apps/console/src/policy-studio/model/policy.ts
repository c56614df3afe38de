import type { Policy } from '@clearance/contract';

export type { Policy };
export type Rule = Policy['rules'][number];
export type Condition = Rule['when'];
export type Term = Extract<Condition, { readonly term: string }>;
export type Consequence = Rule['then'];
export type StatuteList = Policy['lists'][string];
export type ListEntry = StatuteList['entries'][number];
