import type { VocabularyField } from '@clearance/contract';
import { listOptions } from '../model/terms.ts';
import type { Path } from '../model/json-path.ts';
import { ChoiceAt } from './ChoiceAt.tsx';
import { useEditing } from './editing.tsx';
import { LinesAt } from './LinesAt.tsx';
import { ManyAt } from './ManyAt.tsx';
import { NumberAt } from './NumberAt.tsx';
import { TextAt } from './TextAt.tsx';

interface TermFieldProps {
  readonly path: Path;
  readonly field: VocabularyField;
}

/** One thing that a term asks for, drawn by its kind: a new term of the language needs nothing here. */
export const TermField = ({ path, field }: TermFieldProps) => {
  const { policy } = useEditing();
  const { kind, label, optional, options = [], min, max } = field;
  switch (kind) {
    case 'list':
      return (
        <ChoiceAt
          path={path}
          label={label}
          options={listOptions(policy)}
          {...(optional ? { none: 'Any offense' } : {})}
        />
      );
    case 'compare':
    case 'choice':
      return <ChoiceAt path={path} label={label} options={options} {...(optional ? { none: 'Not said' } : {})} />;
    case 'severities':
      return <ManyAt path={path} label={label} options={options} optional={optional} />;
    case 'names':
      return <LinesAt path={path} label={label} />;
    case 'date':
      return <TextAt path={path} label={label} type="date" optional={field.instead === undefined} />;
    case 'years':
    case 'number':
      return (
        <NumberAt
          path={path}
          label={label}
          hint={rangeWords(min, max, optional)}
          keepEmpty={field.instead !== undefined}
        />
      );
  }
};

function rangeWords(min: number | undefined, max: number | undefined, optional: boolean): string {
  const may = optional ? 'May be left empty. ' : '';
  if (min === undefined || max === undefined) return may.trim();
  return `${may}From ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}.`;
}
