import { useEffect } from 'react';
import { useStore } from 'react-admin';

export type Density = 'comfortable' | 'compact';

/** How tight tables are on this computer; the style sheet reads it from the page's root. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [density, setDensity] = useStore<Density>('density', 'comfortable');
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return [density, setDensity];
}
