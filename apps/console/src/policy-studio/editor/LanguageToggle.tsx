import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Language } from '../draft/use-check.ts';

interface LanguageToggleProps {
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}

/** The language in which the rules are shown as sentences. */
export const LanguageToggle = ({ language, onChange }: LanguageToggleProps) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    value={language}
    aria-label="Sentences in"
    onChange={(_, chosen: Language | null) => (chosen ? onChange(chosen) : undefined)}
  >
    <ToggleButton value="en">English</ToggleButton>
    <ToggleButton value="es" lang="es">
      Español
    </ToggleButton>
  </ToggleButtonGroup>
);
