/** An identifier of which only the end is shown; read aloud as what it is. */
export const Masked = ({ value, what }: { readonly value: string; readonly what: string }) => (
  <span className="figures">
    <span aria-hidden>{value}</span>
    <span className="unseen">
      {what} ending in {value.replace(/^\D+/, '')}
    </span>
  </span>
);
