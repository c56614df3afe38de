import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StatusChip } from '../../ui/StatusChip.tsx';
import {
  changeWords,
  fieldLabel,
  isMoved,
  fieldsSaid,
  fieldValue,
  partTitle,
  statutesOf,
  type Part,
} from './difference-words.ts';
import { Side } from './Side.tsx';

const sides = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } };

/** One part that is not the same: what it said at the left, what it says at the right, and what of it changed. */
export const PartDifference = ({ part, heading }: { readonly part: Part; readonly heading: 'h2' | 'h3' }) => {
  const { added, removed } = statutesOf(part);
  const fields = fieldsSaid(part);
  return (
    <Box
      component="li"
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        backgroundColor: palette.look.paper,
        p: { xs: 1.5, sm: 2 },
        mb: 1.5,
        breakInside: 'avoid',
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component={heading}>
          {partTitle(part)}
        </Typography>
        <StatusChip {...changeWords[part.change]} />
        {part.change === 'changed' && isMoved(part) ? <StatusChip {...changeWords.moved} /> : null}
      </Box>
      {part.part === 'about' ? null : part.change === 'moved' ? (
        <Side label="Says the same, at another place" text={part.after} />
      ) : (
        <Box sx={sides}>
          <Side label="Before" text={part.before} other={part.after} tone="removed" />
          <Side label="After" text={part.after} other={part.before} tone="added" />
        </Box>
      )}
      {fields.length > 0 ? (
        <Box component="dl" sx={{ m: 0, mt: 1.5, display: 'grid', gap: 0.75, fontSize: '0.875rem' }}>
          {fields.map(({ field, before, after }) => (
            <Box
              key={`${field} ${before}`}
              sx={{ display: 'grid', columnGap: 1.5, gridTemplateColumns: { sm: '10em 1fr' } }}
            >
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {fieldLabel(field, part)}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {before === '' ? '' : <del>{fieldValue(before)}</del>} {before !== '' && after !== '' ? '→ ' : ''}
                {after === '' ? (
                  before === '' || part.change === 'removed' ? (
                    ''
                  ) : (
                    '(nothing)'
                  )
                ) : (
                  <ins>{fieldValue(after)}</ins>
                )}
              </Box>
            </Box>
          ))}
        </Box>
      ) : null}
      {removed.length > 0 ? <Statutes title="Statutes removed" statutes={removed} /> : null}
      {added.length > 0 ? <Statutes title="Statutes added" statutes={added} /> : null}
    </Box>
  );
};

const Statutes = ({ title, statutes }: { readonly title: string; readonly statutes: readonly string[] }) => (
  <Box sx={{ mt: 1.5, fontSize: '0.875rem' }}>
    <Box sx={{ fontWeight: 600 }}>
      {title} ({statutes.length})
    </Box>
    <Box component="ul" sx={{ m: 0, pl: 2.5, columns: statutes.length > 12 ? { sm: 2 } : 1 }}>
      {statutes.map((statute) => (
        <li key={statute}>{statute}</li>
      ))}
    </Box>
  </Box>
);
