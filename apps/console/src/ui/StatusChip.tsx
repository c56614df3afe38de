import AccessTime from '@mui/icons-material/AccessTime';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowOutward from '@mui/icons-material/ArrowOutward';
import Check from '@mui/icons-material/Check';
import Circle from '@mui/icons-material/Circle';
import Close from '@mui/icons-material/Close';
import PriorityHigh from '@mui/icons-material/PriorityHigh';
import QuestionMark from '@mui/icons-material/QuestionMark';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import type { Sign, StatusWord } from './words.ts';

const icons: Readonly<Record<Sign, ComponentType<SvgIconProps>>> = {
  check: Check,
  question: QuestionMark,
  arrow: ArrowOutward,
  back: Undo,
  cross: Close,
  dot: Circle,
  ring: RadioButtonUnchecked,
  clock: AccessTime,
  down: ArrowDownward,
  warning: PriorityHigh,
};
const small: ReadonlySet<Sign> = new Set(['dot', 'ring']);

/** A status as a word with a sign on a ground: `<StatusChip {...stateWords[row.state]} />`. */
export const StatusChip = ({ word, tone, sign, title }: StatusWord & { title?: string }) => {
  const Icon = icons[sign];
  return (
    <Box
      component="span"
      title={title}
      sx={({ palette }) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        px: '7px',
        height: 22,
        borderRadius: '4px',
        fontSize: '0.8125rem',
        fontWeight: 550,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: palette.look.tone[tone].ink,
        backgroundColor: palette.look.tone[tone].ground,
        border: `1px solid ${palette.look.tone[tone].edge}`,
        printColorAdjust: 'exact',
      })}
    >
      <Icon aria-hidden sx={{ fontSize: small.has(sign) ? 9 : 14 }} />
      {word}
    </Box>
  );
};
