import DragIndicator from '@mui/icons-material/DragIndicator';
import Box from '@mui/material/Box';
import type { DragEvent, KeyboardEvent } from 'react';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { ruleOutcome } from '../../policies/rule-outcome.ts';
import { fieldId } from '../model/json-path.ts';
import type { Rule } from '../model/policy.ts';
import { problemsWithin } from '../model/problems.ts';
import { useEditing } from './editing.tsx';
import { FieldSays } from './FieldSays.tsx';
import { ProblemCount } from './ProblemCount.tsx';
import { RuleActs, type RuleDoes } from './RuleActs.tsx';
import { RuleForm } from './RuleForm.tsx';
import { StaleReason } from './StaleReason.tsx';
import { RuleSentenceText } from './RuleSentenceText.tsx';

export interface DragParts {
  /** Where the rule that is dragged would go: before this one, after it, or not here. */
  readonly mark: 'before' | 'after' | undefined;
  readonly onStart: (event: DragEvent) => void;
  readonly onOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onEnd: () => void;
}

interface RuleCardProps {
  readonly rule: Rule;
  readonly index: number;
  readonly last: boolean;
  readonly isOpen: boolean;
  readonly does: RuleDoes;
  readonly drag: DragParts;
}

/** One rule in its place: its sentence, and opened, its form. Alt with an arrow moves it. */
export const RuleCard = ({ rule, index, last, isOpen, does, drag }: RuleCardProps) => {
  const path = ['rules', index];
  const { problems } = useEditing();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    does.move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Box
      component="li"
      id={fieldId(path)}
      tabIndex={-1}
      aria-label={`Rule ${index + 1}`}
      onKeyDown={onKeyDown}
      onDragOver={drag.onOver}
      onDrop={drag.onDrop}
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        backgroundColor: palette.look.paper,
        p: { xs: 1.5, sm: 2 },
        mb: 1,
        scrollMarginTop: 96,
        boxShadow:
          drag.mark === 'before'
            ? `0 -4px 0 ${palette.look.accent}`
            : drag.mark === 'after'
              ? `0 4px 0 ${palette.look.accent}`
              : 'none',
        '&:focus-visible': { outline: `2px solid ${palette.look.accent}`, outlineOffset: 2 },
      })}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: '2em minmax(0, 1fr)', md: '3.25em minmax(0, 1fr) auto' },
        }}
      >
        <Box className="figures" sx={{ color: 'text.secondary', display: 'flex', alignItems: 'flex-start', gap: 0.25 }}>
          <Box
            draggable
            onDragStart={drag.onStart}
            onDragEnd={drag.onEnd}
            title="Drag to another place"
            sx={{ cursor: 'grab', display: { xs: 'none', md: 'flex' } }}
          >
            {/* The icon cannot be selected, and what cannot be selected is not dragged. */}
            <DragIndicator aria-hidden sx={{ fontSize: 20, pointerEvents: 'none' }} />
          </Box>
          {index + 1}
        </Box>
        <RuleSentenceText id={rule.id} title={rule.title} cite={rule.cite} />
        <Box sx={{ gridColumn: { xs: 2, md: 3 }, display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'start' }}>
          <ProblemCount problems={problemsWithin(problems, path)} />
          <StatusChip {...ruleOutcome(rule.then.outcome)} />
        </Box>
        <Box sx={{ gridColumn: { xs: '1 / -1', md: '2 / -1' }, minWidth: 0 }}>
          <FieldSays path={path} onlyErrors={!isOpen} />
          <StaleReason id={rule.id} title={rule.title} />
          <RuleActs index={index} last={last} isOpen={isOpen} does={does} />
          {isOpen ? <RuleForm path={path} /> : null}
        </Box>
      </Box>
    </Box>
  );
};
