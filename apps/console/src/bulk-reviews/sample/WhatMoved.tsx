import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionView, MovedSet } from '@clearance/contract';
import { useApi } from '../../providers/use-api.ts';
import { personName } from '../../record/person-words.ts';
import { stageOf } from '../../record/stage.ts';
import { counted, number } from '../../ui/format.ts';

/** So many are named; the server knows more of them, but a person reads a few. */
const few = 5;

/** Which convictions left a set and which entered it since it was looked at. */
export const WhatMoved = ({ moved }: { readonly moved: MovedSet }) => (
  <Box sx={{ mt: 0.5 }}>
    <Ones title={`${counted(moved.left, 'conviction')} left or changed`} count={moved.left} ids={moved.leftIds} />
    <Ones
      title={`${counted(moved.entered, 'conviction')} entered or changed`}
      count={moved.entered}
      ids={moved.enteredIds.filter((id) => !moved.leftIds.includes(id))}
    />
  </Box>
);

interface OnesProps {
  readonly title: string;
  readonly count: number;
  readonly ids: readonly string[];
}

const Ones = ({ title, count, ids }: OnesProps) => {
  const shown = ids.slice(0, few);
  if (count === 0) return null;
  return (
    <>
      <Box sx={{ fontWeight: 600, fontSize: '0.875rem' }}>{title}</Box>
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem' }}>
        {shown.map((id) => (
          <One key={id} id={id} />
        ))}
        {shown.length > 0 && count > shown.length ? <li>and {number(count - shown.length)} more</li> : null}
      </Box>
    </>
  );
};

const One = ({ id }: { readonly id: string }) => {
  const { data } = useApi<ConvictionView>(`/convictions/${id}`);
  return (
    <li>
      <Link component={RouterLink} to={`/convictions/${id}/show`}>
        {data ? `${personName(data.name)}, case ${data.caseNumber || 'without number'}` : 'One conviction'}
      </Link>
      {data ? `, now “${stageOf(data).word}”` : ''}
    </li>
  );
};
