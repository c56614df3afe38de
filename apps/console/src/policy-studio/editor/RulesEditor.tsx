import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { fieldId } from '../model/json-path.ts';
import { blankRule, ruleId, withCopy, withoutRule, withRule, withRuleMoved } from '../model/rules.ts';
import { useEditing } from './editing.tsx';
import { FieldSays } from './FieldSays.tsx';
import { RuleCard } from './RuleCard.tsx';
import { useRuleDrag } from './use-rule-drag.ts';

interface RulesEditorProps {
  /** Ids of the rules whose forms are open. */
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
  /** Said aloud, and for a moment on the screen. */
  readonly onSaid: (words: string) => void;
}

const newId = () => ruleId(crypto.randomUUID());

/** The rules in the order in which they are tried. */
export const RulesEditor = ({ open, onOpen, onSaid }: RulesEditorProps) => {
  const { policy, change } = useEditing();
  const { rules } = policy;
  const [focused, setFocused] = useState<number>();
  useEffect(() => {
    if (focused === undefined) return;
    document.getElementById(fieldId(['rules', focused]))?.focus();
    setFocused(undefined);
  }, [focused]);
  const toggle = (id: string, on = !open.has(id)) =>
    onOpen(new Set(on ? [...open, id] : [...open].filter((one) => one !== id)));
  const move = (from: number, to: number) => {
    const next = withRuleMoved(policy, from, to);
    if (next === policy) return;
    const place = Math.max(0, Math.min(rules.length - 1, to));
    change(next);
    setFocused(place);
    onSaid(`Rule ${from + 1} is now tried as number ${place + 1} of ${rules.length}.`);
  };
  const add = (index: number) => {
    const id = newId();
    change(withRule(policy, index, blankRule(id)));
    toggle(id, true);
    setFocused(index);
    onSaid(`A new rule stands at place ${index + 1}.`);
  };
  const dragOf = useRuleDrag(move);
  return (
    <>
      <FieldSays path={['rules']} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rules.map((rule, index) => (
          <RuleCard
            key={`${rule.id} ${rules.slice(0, index).filter(({ id }) => id === rule.id).length}`}
            rule={rule}
            index={index}
            last={index === rules.length - 1}
            isOpen={open.has(rule.id)}
            drag={dragOf(index)}
            does={{
              toggle: () => toggle(rule.id),
              move: (by) => move(index, index + by),
              duplicate: () => {
                const id = newId();
                change(withCopy(policy, index, id));
                toggle(id, true);
                setFocused(index + 1);
                onSaid(`Rule ${index + 1} was copied to place ${index + 2}.`);
              },
              remove: () => {
                change(withoutRule(policy, index));
                setFocused(Math.min(index, rules.length - 2));
                onSaid(`Rule ${index + 1} was removed.`);
              },
            }}
          />
        ))}
      </Box>
      <Button startIcon={<Add />} onClick={() => add(rules.length)}>
        Add a rule
      </Button>
    </>
  );
};
