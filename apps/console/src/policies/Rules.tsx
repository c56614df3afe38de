import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { RuleSentence } from '@clearance/contract';
import type { ReactNode } from 'react';
import { RuleLine } from './RuleLine.tsx';

interface RulesProps {
  /** As the API says them: what the engine settles, the rules, and what happens otherwise. */
  readonly rules: readonly RuleSentence[];
  /** The policy's own rules, which are numbered: the order is part of what they say. */
  readonly own: readonly { readonly id: string }[];
}

/** The rules in their order: the first one that holds decides. */
export const Rules = ({ rules, own }: RulesProps) => {
  const placeOf = (id: string) => own.findIndex((rule) => rule.id === id) + 1;
  const settled = rules.filter(({ ruleId }) => ruleId !== 'otherwise' && placeOf(ruleId) === 0);
  const tried = rules.filter(({ ruleId }) => ruleId === 'otherwise' || placeOf(ruleId) > 0);
  return (
    <>
      {settled.length > 0 ? <Heading>Settled before the rules</Heading> : null}
      <Lines>
        {settled.map((rule) => (
          <RuleLine key={rule.ruleId} rule={rule} mark="–" />
        ))}
      </Lines>
      <Heading>Rules</Heading>
      <Lines>
        {tried.map((rule) => (
          <RuleLine key={rule.ruleId} rule={rule} mark={placeOf(rule.ruleId) || 'Else'} />
        ))}
      </Lines>
    </>
  );
};

const Heading = ({ children }: { readonly children: string }) => (
  <Typography variant="h3" sx={{ mt: 2, mb: 0.75 }}>
    {children}
  </Typography>
);

const Lines = ({ children }: { readonly children: readonly ReactNode[] }) =>
  children.length === 0 ? null : (
    <Box
      component="ol"
      sx={({ palette }) => ({
        listStyle: 'none',
        m: 0,
        p: 0,
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        backgroundColor: palette.look.paper,
        '& > li + li': { borderTop: `1px solid ${palette.look.line}` },
      })}
    >
      {children}
    </Box>
  );
