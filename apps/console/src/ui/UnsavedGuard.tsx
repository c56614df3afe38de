import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface UnsavedGuardProps {
  /** Whether something on the page is changed and not saved. */
  readonly unsaved: boolean;
}

/** Asks before one leaves a page with changes that are not saved; a closing tab is asked about by the browser itself. */
export const UnsavedGuard = ({ unsaved }: UnsavedGuardProps) => {
  const blocker = useBlocker(
    ({ currentLocation: { pathname: here }, nextLocation: { pathname: there } }) =>
      // Whoever is signed out is sent to sign in; the changes could not be saved any more.
      unsaved && there !== here && there !== '/login',
  );
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title="Leave without saving?"
      consequence="What you changed on this page is not saved, and is lost when you leave it."
      verb="Leave without saving"
      back="Stay here"
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  );
};
