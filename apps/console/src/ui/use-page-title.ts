import { useEffect } from 'react';

/** Puts `title` where the browser shows it, before the product's name. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Clearance' ? title : `${title} · Clearance`;
  }, [title]);
}
