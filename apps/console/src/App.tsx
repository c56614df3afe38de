import { Suspense, type ComponentType } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { Home } from './home/Home.tsx';
import { lazyPage } from './lazy-page.ts';
import { Shell } from './layout/Shell.tsx';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { i18nProvider } from './providers/i18n.ts';
import { preferenceStore } from './providers/preferences.ts';
import { queryClient } from './providers/query-client.ts';
import { screens } from './resources.ts';
import { SignIn } from './sign-in/SignIn.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';
import { Blank } from './ui/Blank.tsx';
import { guarded } from './layout/guarded.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { NotForYou } from './layout/NotForYou.tsx';

const AcceptInvitation = lazyPage(() => import('./invitation/AcceptInvitation.tsx'), 'AcceptInvitation');
const Outbox = lazyPage(() => import('./outbox/Outbox.tsx'), 'Outbox');
const store = preferenceStore();
const pages = screens.map((screen) => ({
  ...screen,
  list: guarded(screen.permission, screen.list),
  show: guarded(screen.permission, screen.show),
  create: guarded(screen.permission, screen.create),
  routes: (screen.routes ?? []).map(({ path, page }) => ({ path, Page: guarded(screen.permission, page) })),
}));

/** Pages without a session stand outside the shell, so they bring what is shown until they are loaded. */
const publicPage = (Page: ComponentType) => (
  <Suspense fallback={<Blank />}>
    <Page />
  </Suspense>
);

export const App = () => (
  <Admin
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
    title="Clearance"
    layout={Shell}
    loginPage={SignIn}
    dashboard={Home}
    loading={Blank}
    catchAll={NotFound}
    accessDenied={NotForYou}
    requireAuth
    disableTelemetry
  >
    {pages.map(({ name, options, icon, list, show, create }) => (
      <Resource key={name} name={name} options={options} icon={icon} list={list} show={show} create={create} />
    ))}
    <CustomRoutes>
      {pages.flatMap(({ routes }) =>
        routes.map(({ path, Page }) => (Page ? <Route key={path} path={path} element={<Page />} /> : null)),
      )}
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/invitation" element={publicPage(AcceptInvitation)} />
      <Route path="/outbox" element={publicPage(Outbox)} />
    </CustomRoutes>
  </Admin>
);
