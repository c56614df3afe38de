import { ListBase, type ListBaseProps } from 'react-admin';

/**
 * A list whose filter, sort and page are in the address and nowhere else: whoever opens it from the menu sees all of it,
 * whatever was looked for an hour ago. The linter refuses react-admin's own lists, which remember.
 */
export const CleanList = (props: Omit<ListBaseProps, 'storeKey'>) => <ListBase {...props} storeKey={false} />;
