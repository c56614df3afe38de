import { useMe } from '../../providers/me.ts';
import { countyName } from '../../ui/words.ts';

/** Whose records these are, as paper has to say it where no rail stands beside: `Los Angeles County`. */
export function useCounty(): string {
  const county = useMe()?.county;
  if (!county) return '';
  return county.kind === 'county' ? `${countyName(county.name)} County` : county.name;
}
