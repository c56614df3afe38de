import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { counted, number } from '../../ui/format.ts';
import { outcomeWords } from '../../ui/words.ts';
import { flowPicture, type FlowBand, type FlowCount, type FlowNode } from '../flow-layout.ts';
import { movesLink } from '../moves-link.ts';

interface FlowPictureProps {
  /** Every conviction once. */
  readonly flows: readonly FlowCount[];
  readonly narrow: boolean;
  /** Whose convictions the bands lead to; absent for those who may not see them. */
  readonly simulation: string | undefined;
}

const bar = 10;

/** Bars at both edges and bands between them, as wide as there are convictions. */
export const FlowPicture = ({ flows, narrow, simulation }: FlowPictureProps) => {
  const { palette } = useTheme();
  const size = narrow ? { width: 340, words: 0, high: 240 } : { width: 860, words: 190, high: 260 };
  const { left, right, bands, height } = flowPicture(flows, size.high);
  const top = narrow ? 44 : 22;
  const [x1, x2] = [size.words + bar, size.width - size.words - bar];
  const says = (band: FlowBand) =>
    band.from === band.to
      ? `${counted(band.convictions, 'conviction')}: ${outcomeWords[band.from].word}, as before`
      : `${counted(band.convictions, 'conviction')} from ${outcomeWords[band.from].word} to ${outcomeWords[band.to].word}`;
  const shape = (band: FlowBand) => (
    <path
      d={bandPath(band, x1, x2, top)}
      fill={band.from === band.to ? palette.look.line : palette.look.accent}
      fillOpacity={band.from === band.to ? 0.75 : 0.6}
      style={{ printColorAdjust: 'exact' }}
    >
      <title>{says(band)}</title>
    </path>
  );
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${size.width} ${top + height + 8}`}
      role="group"
      aria-label="Where convictions come from and where they go"
      sx={{
        width: '100%',
        maxWidth: size.width,
        height: 'auto',
        display: 'block',
        '& a:hover path, & a:focus-visible path': { fillOpacity: 0.9, stroke: 'currentColor' },
      }}
    >
      <text
        x={narrow ? 0 : size.words - 6}
        y={12}
        textAnchor={narrow ? 'start' : 'end'}
        fontSize={13}
        fontWeight={600}
        fill={palette.text.secondary}
      >
        Before
      </text>
      <text
        x={narrow ? size.width : x2 + bar + 6}
        y={12}
        textAnchor={narrow ? 'end' : 'start'}
        fontSize={13}
        fontWeight={600}
        fill={palette.text.secondary}
      >
        After
      </text>
      {[...bands]
        .sort((a, b) => Number(a.from !== a.to) - Number(b.from !== b.to))
        .map((band) =>
          band.from !== band.to && simulation ? (
            <Link
              key={`${band.from} ${band.to}`}
              to={movesLink(simulation, { from: band.from, to: band.to })}
              aria-label={says(band)}
            >
              {shape(band)}
            </Link>
          ) : (
            <g key={`${band.from} ${band.to}`}>{shape(band)}</g>
          ),
        )}
      {left.map((node) => (
        <Edge key={node.outcome} node={node} x={x1 - bar} y={top + node.y} side="left" narrow={narrow} />
      ))}
      {right.map((node) => (
        <Edge key={node.outcome} node={node} x={x2} y={top + node.y} side="right" narrow={narrow} />
      ))}
    </Box>
  );
};

interface EdgeProps {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right';
  readonly narrow: boolean;
}

/** A bar at an edge with its outcome and number: beside it, and on a phone above it. */
const Edge = ({ node, x, y, side, narrow }: EdgeProps) => {
  const { palette } = useTheme();
  const isLeft = side === 'left';
  const beside = isLeft ? x - 6 : x + bar + 6;
  const above = isLeft ? x : x + bar;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={bar}
        height={node.height}
        fill={palette.look.shades[0]}
        style={{ printColorAdjust: 'exact' }}
      />
      <text
        x={narrow ? above : beside}
        y={narrow ? y - 5 : y + Math.max(10, node.height / 2 + 4)}
        textAnchor={narrow === isLeft ? 'start' : 'end'}
        fontSize={13}
        fill={palette.text.primary}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {outcomeWords[node.outcome].word} <tspan fontWeight={650}>{number(node.count)}</tspan>
      </text>
    </>
  );
};

function bandPath({ fromY, toY, height }: FlowBand, x1: number, x2: number, down: number): string {
  const thick = Math.max(1, height);
  const [a, b, middle] = [down + fromY, down + toY, (x1 + x2) / 2];
  return `M${x1},${a} C${middle},${a} ${middle},${b} ${x2},${b} V${b + thick} C${middle},${b + thick} ${middle},${a + thick} ${x1},${a + thick} Z`;
}
