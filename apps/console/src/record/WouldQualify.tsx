import { Named } from './Named.tsx';
import { joined } from './joined.ts';
import { officeText } from './office-text.ts';

/** The nearest way in which the conviction would have qualified. */
export const WouldQualify = ({ conditions }: { readonly conditions: readonly string[] }) =>
  conditions.length === 0 ? null : (
    <Named title={conditions.length === 1 ? 'Would qualify if' : 'Would qualify if all of this holds'}>
      {joined(conditions).map((line) => (
        <li key={line}>{officeText(line)}</li>
      ))}
    </Named>
  );
