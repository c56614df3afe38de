import type { LoginBody } from '@clearance/contract';
import type { AuthProvider } from 'react-admin';
import { screens } from '../resources.ts';
import { allows } from './access.ts';
import { api } from './http.ts';
import { abilityOf, meQuery } from './me.ts';
import { queryClient } from './query-client.ts';
import { RefusalError } from './refusal.ts';
import { beginSession, leaveSession, meansSignedOut } from './session.ts';

const whoAmI = async () => {
  const me = await queryClient.fetchQuery(meQuery);
  beginSession();
  return me;
};

/** Sessions are a cookie that scripts cannot read; who holds it, and what they may do, comes from `/api/me`. */
export const authProvider: AuthProvider = {
  login: async (credentials: LoginBody) => {
    await api.post('/auth/login', credentials);
    queryClient.clear();
    await whoAmI();
  },
  logout: async () => {
    // Every request that comes back refused asks for this; a session that is over needs no end, and the first has told.
    if (!leaveSession()) return;
    await api.post('/auth/logout', {}).catch((error: unknown) => {
      // A session that is over already needs no end.
      if (!(error instanceof RefusalError)) throw error;
    });
  },
  checkAuth: async () => {
    await whoAmI();
  },
  checkError: async (error: unknown) => {
    if (error instanceof RefusalError && meansSignedOut(error)) throw Object.assign(error, { message: false });
    return Promise.resolve();
  },
  getIdentity: async () => {
    const me = await whoAmI();
    return { id: me.memberId, fullName: me.name };
  },
  // Asked before anybody is signed in as well; a refusal there would send the public pages to sign-in.
  getPermissions: async () => whoAmI().then(abilityOf, () => undefined),
  canAccess: async ({ action, resource }) =>
    whoAmI().then(
      (me) => allows(abilityOf(me), screens, { action, resource }),
      () => false,
    ),
};
