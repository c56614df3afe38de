import { Named } from './Named.tsx';
import { officeText } from './office-text.ts';

/** The nearest way in which the conviction would have qualified. */
export const WouldQualify = ({ conditions }: { readonly conditions: readonly string[] }) =>
  conditions.length === 0 ? null : (
    <Named title="Would qualify if">
      {conditions.map((line) => (
        <li key={line}>{officeText(line)}</li>
      ))}
    </Named>
  );
