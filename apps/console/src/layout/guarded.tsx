import type { Permission } from '@clearance/contract';
import type { ComponentType } from 'react';
import { useCan } from '../providers/me.ts';
import { NotForYou } from './NotForYou.tsx';

/** A page that asks the API nothing unless whoever opens it holds `permission`. */
export function guarded(permission: Permission, Page: ComponentType | undefined): ComponentType | undefined {
  if (!Page) return undefined;
  return function GuardedPage() {
    return useCan(permission) ? <Page /> : <NotForYou />;
  };
}
