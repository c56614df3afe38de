import Box from '@mui/material/Box';
import { piecesAgainst } from './word-diff.ts';

interface SideProps {
  readonly label: string;
  /** Null where there is nothing on this side. */
  readonly text: string | null;
  /** What the other side says: the words that it lacks are marked. */
  readonly other?: string | null;
  readonly tone?: 'added' | 'removed';
}

/** One side of a change; words that only this side has are marked, and for readers aloud are deletions and insertions. */
export const Side = ({ label, text, other, tone }: SideProps) => (
  <Box sx={{ minWidth: 0 }}>
    <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 600 }}>{label}</Box>
    {text === null ? (
      <Box sx={{ color: 'text.secondary', fontStyle: 'italic' }}>Not there</Box>
    ) : other === null || other === undefined || !tone ? (
      <Box>{text}</Box>
    ) : (
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {piecesAgainst(text, other).map((piece, index) =>
          piece.isOnlyHere ? (
            <Box
              key={index}
              component={tone === 'added' ? 'ins' : 'del'}
              sx={({ palette }) => ({
                backgroundColor: palette.look.tone[tone === 'added' ? 'wait' : 'act'].ground,
                color: palette.look.tone[tone === 'added' ? 'wait' : 'act'].ink,
                textDecoration: tone === 'added' ? 'underline' : 'line-through',
                borderRadius: '2px',
                px: '2px',
                printColorAdjust: 'exact',
              })}
            >
              {piece.text}
            </Box>
          ) : (
            <span key={index}>{piece.text}</span>
          ),
        )}
      </Box>
    )}
  </Box>
);
