import type { ESLint } from 'eslint';

export const noWallClock: readonly { readonly selector: string; readonly message: string }[];
export const testRules: ESLint.Plugin;
