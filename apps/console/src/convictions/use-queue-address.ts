import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { changed, readAddress, writeAddress, type AddressDefaults, type QueueAddress } from './address.ts';

export type Go = (change: Partial<QueueAddress>, options?: { replace?: boolean }) => void;

/** The state of a list of convictions, kept in the address and nowhere else, and how to change it. */
export function useQueueAddress(defaults: AddressDefaults): readonly [QueueAddress, Go] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(search, defaults), [search, defaults]);
  const go: Go = useCallback(
    (change, { replace = false } = {}) => {
      void navigate(`${pathname}${writeAddress(changed(address, change), defaults)}`, { replace });
    },
    [address, defaults, navigate, pathname],
  );
  return [address, go];
}
