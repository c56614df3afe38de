import Box from '@mui/material/Box';
import type { RuleSentence } from '@clearance/contract';
import type { Language } from '../draft/use-check.ts';

interface EngineRulesProps {
  /** What is settled before any rule, in its order. */
  readonly rules: readonly RuleSentence[];
  readonly language: Language;
}

/** What is settled before any rule of a policy, and cannot be changed here. */
export const EngineRules = ({ rules, language }: EngineRulesProps) =>
  rules.length === 0 ? null : (
    <Box component="details" sx={{ mb: 1.5, fontSize: '0.875rem', '& summary': { cursor: 'pointer' } }}>
      <summary>Settled before the rules ({rules.length})</summary>
      <Box component="ul" lang={language} sx={{ m: 0, mt: 0.5, pl: 2.5, color: 'text.secondary' }}>
        {rules.map(({ ruleId, sentence }) => (
          <li key={ruleId}>{sentence}</li>
        ))}
      </Box>
    </Box>
  );
