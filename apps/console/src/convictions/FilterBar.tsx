import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, useState } from 'react';
import type { ConvictionFacets, ConvictionFilter } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { filteredPath } from './address.ts';
import { CaseSearch } from './CaseSearch.tsx';
import { optionsOf } from './facet-options.ts';
import { toggled, valuesOf, without, type ManyKey } from './filter.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { filterLabels } from './filter-words.ts';
import { reasonCounts, reasonsOf } from './reasons.ts';
import { useGroupsOfAnyReason } from './use-reasons.ts';
import { YesNoMenu } from './YesNoMenu.tsx';

interface FilterBarProps {
  readonly filter: ConvictionFilter;
  /** What the page is opened with. */
  readonly usual: ConvictionFilter;
  /** Filters that make sense on this page, in their order. */
  readonly keys: readonly ManyKey[];
  /** Those that are wanted less often, behind a button unless they are set. */
  readonly moreKeys: readonly ManyKey[];
  readonly onChange: (filter: ConvictionFilter) => void;
}

/** What narrows a list of convictions: a search, a button per filter with its counts, and what is set. */
export const FilterBar = ({ filter, usual, keys, moreKeys, onChange }: FilterBarProps) => {
  const narrow = useMediaQuery('(max-width:700px)');
  const [unfolded, setUnfolded] = useState(false);
  const moreSet =
    moreKeys.some((key) => filter[key] !== undefined && usual[key] === undefined) ||
    filter.mine !== undefined ||
    filter.changed !== undefined;
  const [more, setMore] = useState(moreSet);
  const groups = useGroupsOfAnyReason(filter);
  const reasons = useMemo(() => reasonsOf(groups ?? []), [groups]);
  const counted = useApi<ConvictionFacets>(filteredPath('/convictions/facets', filter), { keep: true }).data;
  const facets: ConvictionFacets = { ...counted, reason: reasonCounts(groups ?? []) };
  const set = <K extends 'mine' | 'changed' | 'q'>(key: K, value: ConvictionFilter[K]) =>
    onChange(value === undefined || value === '' ? without(filter, key) : { ...filter, [key]: value });
  const menu = (key: ManyKey) => (
    <FilterMenu
      key={key}
      label={filterLabels[key]}
      options={optionsOf(key, facets, filter, reasons)}
      chosen={valuesOf(filter, key)}
      onToggle={(value) => onChange(toggled(filter, key, value))}
    />
  );
  return (
    <Box className="no-print" component="search" sx={{ display: 'grid', gap: 1, mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <CaseSearch value={filter.q ?? ''} onChange={(q) => set('q', q)} />
        {narrow ? (
          <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? 'Hide the filters' : 'Filters'}
          </Button>
        ) : null}
        {!narrow || unfolded ? (
          <>
            {keys.map(menu)}
            {more ? (
              <>
                {moreKeys.map(menu)}
                <YesNoMenu
                  label="Recommended by"
                  value={filter.mine}
                  words={{ either: 'Anybody', yes: 'Me', no: 'Others' }}
                  onChange={(mine) => set('mine', mine)}
                />
                <YesNoMenu
                  label="Newer file"
                  value={filter.changed}
                  words={{ either: 'Any', yes: 'Changed it', no: 'Left it' }}
                  onChange={(changed) => set('changed', changed)}
                />
              </>
            ) : (
              <Button size="small" variant="text" onClick={() => setMore(true)}>
                More
              </Button>
            )}
          </>
        ) : null}
      </Box>
      <FilterChips filter={filter} usual={usual} reasons={reasons} onChange={onChange} />
    </Box>
  );
};
