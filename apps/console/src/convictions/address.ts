import { convictionSorts, type ConvictionFilter } from '@clearance/contract';
import { addressText, filterText, readFilter, sameFilter } from './filter.ts';

export type QueueView = 'groups' | 'list';
export type SortField = (typeof convictionSorts)[number];
export interface QueueSort {
  readonly field: SortField;
  readonly order: 'ASC' | 'DESC';
}

/** Everything that a list of convictions shows, as its address holds it: a colleague who gets the link sees the same. */
export interface QueueAddress {
  readonly filter: ConvictionFilter;
  readonly view: QueueView;
  readonly sort: QueueSort;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** The conviction that lies open beside the list. */
  readonly open: string | undefined;
}

/** What an address says that leaves something out. */
export interface AddressDefaults {
  readonly filter: ConvictionFilter;
  readonly view: QueueView;
}

export const pageSizes = [25, 50, 100] as const;
const firstSort: QueueSort = { field: 'since', order: 'ASC' };
const whole = (text: string | null, fallback: number) => {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : fallback;
};

/** Reads the part of the address after `?`. What cannot be read counts as left out. */
export function readAddress(search: string, defaults: AddressDefaults): QueueAddress {
  const query = new URLSearchParams(search);
  const view = query.get('view');
  const field = convictionSorts.find((name) => name === query.get('sort'));
  const perPage = whole(query.get('perPage'), 50);
  return {
    filter: readFilter(query.get('filter') ?? '') ?? defaults.filter,
    view: view === 'list' || view === 'groups' ? view : defaults.view,
    sort: field ? { field, order: query.get('order') === 'DESC' ? 'DESC' : 'ASC' } : firstSort,
    page: whole(query.get('page'), 1),
    perPage: pageSizes.find((size) => size === perPage) ?? 50,
    open: query.get('open') ?? undefined,
  };
}

/** The address as text, with its `?`; what is as usual is left out, so that links stay short. */
export function writeAddress(address: QueueAddress, defaults: AddressDefaults): string {
  const query = new URLSearchParams();
  if (!sameFilter(address.filter, defaults.filter)) query.set('filter', addressText(address.filter));
  if (address.view !== defaults.view) query.set('view', address.view);
  if (address.sort.field !== firstSort.field || address.sort.order !== firstSort.order) {
    query.set('sort', address.sort.field);
    query.set('order', address.sort.order);
  }
  if (address.page > 1) query.set('page', String(address.page));
  if (address.perPage !== 50) query.set('perPage', String(address.perPage));
  if (address.open) query.set('open', address.open);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address after a change: another filter, order or view starts on the first page with nothing lying open. */
export function changed(address: QueueAddress, change: Partial<QueueAddress>): QueueAddress {
  const elsewhere = 'filter' in change || 'view' in change || 'sort' in change || 'perPage' in change;
  const moved = elsewhere || 'page' in change;
  return { ...address, ...(elsewhere ? { page: 1 } : {}), ...(moved ? { open: undefined } : {}), ...change };
}

/** `/convictions/groups?filter=…`: a reading of the API narrowed by a filter. */
export const filteredPath = (path: string, filter: ConvictionFilter): string =>
  `${path}?filter=${encodeURIComponent(filterText(filter))}`;

/** The queue narrowed to a filter, as a link inside the console. */
export const queueLink = (filter: ConvictionFilter, view: QueueView = 'list'): string =>
  `/convictions?${new URLSearchParams({ filter: addressText(filter), view }).toString()}`;
