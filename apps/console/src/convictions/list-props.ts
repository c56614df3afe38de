import type { ConvictionRow } from '@clearance/contract';
import type { From } from '../record/RecordPage.tsx';

/** What a list of convictions needs, whether it stands as a table or as cards. */
export interface ListProps {
  readonly rows: readonly ConvictionRow[];
  /** On which one the keyboard stands. */
  readonly currentId: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Handed to the record's page, so that it leads back here. */
  readonly linkState: { readonly from: From };
}
