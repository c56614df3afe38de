import Redo from '@mui/icons-material/Redo';
import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCan } from '../../providers/me.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Language } from '../draft/use-check.ts';
import { LanguageToggle } from './LanguageToggle.tsx';
import { SaveLine } from './SaveLine.tsx';

interface EditorHeadProps {
  readonly draft: Draft;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** How many problems stand in the way of publishing and simulating. */
  readonly toMend: number;
  /** Whether a policy is in force to compare with. */
  readonly hasCurrent: boolean;
  /** Saves, then leads there. */
  readonly onGo: (where: 'differences' | 'simulate' | 'publish') => void;
}

/** Stays in sight over the form: whether all is saved, taking back, the language, and what comes next. */
export const EditorHead = ({ draft, language, onLanguage, toMend, hasCurrent, onGo }: EditorHeadProps) => {
  const mayPublish = useCan('publish policy');
  const blocked = toMend > 0 || draft.state.kind === 'conflict';
  return (
    <Box
      className="no-print"
      role="toolbar"
      aria-label="Draft"
      sx={({ palette }) => ({
        position: { md: 'sticky' },
        top: 0,
        zIndex: 2,
        py: 1,
        mb: 2,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        backgroundColor: palette.look.page,
        borderBottom: `1px solid ${palette.look.line}`,
      })}
    >
      <Box sx={{ flex: '1 1 160px' }}>
        <SaveLine state={draft.state} />
      </Box>
      <Button size="small" variant="text" startIcon={<Undo />} disabled={!draft.undo} onClick={() => draft.undo?.()}>
        Undo
      </Button>
      <Button size="small" variant="text" startIcon={<Redo />} disabled={!draft.redo} onClick={() => draft.redo?.()}>
        Redo
      </Button>
      <LanguageToggle language={language} onChange={onLanguage} />
      {hasCurrent ? (
        <>
          <Button onClick={() => onGo('differences')}>What changes</Button>
          <Button disabled={blocked} onClick={() => onGo('simulate')}>
            Simulate
          </Button>
        </>
      ) : null}
      {mayPublish ? (
        <Button variant="contained" disabled={blocked} onClick={() => onGo('publish')}>
          Publish
        </Button>
      ) : null}
    </Box>
  );
};
