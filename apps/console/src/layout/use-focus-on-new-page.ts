import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** Puts the focus at the top of a page that was gone to, as a browser does with pages of its own. */
export function useFocusOnNewPage(): void {
  const { pathname } = useLocation();
  const section = pathname.split('/')[1];
  const last = useRef(section);
  useEffect(() => {
    if (last.current === section) return;
    last.current = section;
    document.getElementById('main-content')?.focus({ preventScroll: true });
  }, [section]);
}
