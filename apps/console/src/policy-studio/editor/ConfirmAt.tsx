import type { Path } from '../model/json-path.ts';
import { TextAt } from './TextAt.tsx';

interface ConfirmAtProps {
  /** Of what the note is about. */
  readonly path: Path;
  /** Follows “What an attorney must confirm”. */
  readonly of?: string;
}

/** What an attorney must still confirm, in both languages. */
export const ConfirmAt = ({ path, of = '' }: ConfirmAtProps) => (
  <>
    <TextAt
      path={[...path, 'confirm']}
      label="To confirm"
      hint={`What an attorney must confirm${of}. Clear it once it is confirmed.`}
      multiline
      optional
    />
    <TextAt path={[...path, 'confirmEs']} label="To confirm, in Spanish" multiline optional />
  </>
);
