import { age, ago, calendarDate, dayAndTime, left, within } from './format.ts';
import { useNow } from './use-now.ts';

/** A calendar date, whole or partial: `Nov 9, 2016`, `May 1979`, `1979`, `date unknown`. */
export const DateText = ({ value }: { readonly value: string | null | undefined }) =>
  value ? (
    <time dateTime={value} className="figures" style={{ whiteSpace: 'nowrap' }}>
      {calendarDate(value)}
    </time>
  ) : (
    <span style={{ whiteSpace: 'nowrap' }}>{calendarDate(null)}</span>
  );

interface ClockProps {
  readonly at: string;
}

const clock = (say: (instant: string, now: Date) => string) =>
  function Clock({ at }: ClockProps) {
    const now = useNow();
    return (
      <time dateTime={at} title={dayAndTime(at)} className="figures">
        {say(at, now)}
      </time>
    );
  };

/** `12 minutes ago`, with the moment itself on hover. */
export const Ago = clock(ago);
/** `today`, `412 days`: how old something is, for a column. */
export const Age = clock(age);
/** `3 days left`, `expired`. */
export const Left = clock(left);
/** `in 21 hours`, inside a sentence. */
export const Within = clock(within);
/** `Nov 9, 2016, 3:07 PM` */
export const Moment = clock(dayAndTime);
