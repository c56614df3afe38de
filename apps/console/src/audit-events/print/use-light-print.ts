import { useEffect } from 'react';
import { useStoreContext } from 'react-admin';
import { flushSync } from 'react-dom';

const key = 'theme';

/** Prints this page in the light look whatever is on the screen: paper is white, and light ink would not show on it. */
export function useLightPrint(): void {
  const store = useStoreContext();
  useEffect(() => {
    let before: unknown;
    const toPaper = () => {
      before = store.getItem(key);
      flushSync(() => store.setItem(key, 'light'));
    };
    const toScreen = () => {
      // Nothing chosen means that the look follows the computer.
      if (before === undefined) store.removeItem(key);
      else store.setItem(key, before);
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
  }, [store]);
}
