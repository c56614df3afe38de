import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Terms } from '@clearance/contract';
import { useState } from 'react';
import { counted, number } from '../ui/format.ts';
import { plainWording } from './changes.ts';
import { KindChoice } from './KindChoice.tsx';
import type { DraftWork } from './use-draft.ts';

interface UnknownWordingsProps {
  readonly terms: Terms;
  readonly work: DraftWork;
  readonly mayChange: boolean;
  /** The wording that somebody came for. */
  readonly chosen: string | undefined;
}

const few = 10;

/** What the newest file says in words that nobody has explained, each with its question. */
export const UnknownWordings = ({ terms, work, mayChange, chosen }: UnknownWordingsProps) => {
  const [all, setAll] = useState(false);
  const said = new Map(work.draft.dispositions.map((one) => [plainWording(one.wording), one.kind]));
  const found = [...terms.unknown].sort((a, b) => Number(b.text === chosen) - Number(a.text === chosen));
  const blank =
    terms.blank > 0
      ? `${counted(terms.blank, 'count')} have no disposition at all; those go to a person in any case.`
      : '';
  return (
    <Box component="section" aria-labelledby="unknown-title" sx={{ mb: 4, maxWidth: 920 }}>
      <Typography variant="h2" id="unknown-title">
        Wordings that nobody has explained
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        {found.length === 0
          ? terms.busy
            ? 'The newest file is being counted again. What is left to explain shows here when that is done. '
            : terms.hasFile
              ? 'Every wording of the newest file is known. '
              : 'No file counts yet. Once one is imported, the dispositions that Clearance does not know are listed here. '
          : 'Courts of this county ended counts in these words. Until somebody says what they mean, those counts go to a person. '}
        {blank}
      </Typography>
      {found.length === 0 ? null : (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {(all ? found : found.slice(0, few)).map(({ text, count }, index) => (
            <Box
              component="li"
              key={text}
              sx={{
                display: 'grid',
                gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 300px' },
                gap: 1,
                alignItems: 'center',
                px: 2,
                py: 1,
                borderTop: index === 0 ? 0 : 1,
                borderColor: 'divider',
                ...(text === chosen ? { boxShadow: ({ palette }) => `inset 3px 0 ${palette.look.accent}` } : {}),
              }}
            >
              <Box sx={{ minWidth: 0 }}>
                <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Box>
                <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                  {counted(count, 'time')} in the newest file
                </Box>
              </Box>
              {mayChange ? (
                <KindChoice
                  label="What does this mean?"
                  value={said.get(text) ?? ''}
                  autoFocus={text === chosen}
                  onChoose={(kind) =>
                    work.setWordings([
                      ...work.draft.dispositions.filter(({ wording }) => plainWording(wording) !== text),
                      { wording: text, kind },
                    ])
                  }
                />
              ) : null}
            </Box>
          ))}
          {!all && found.length > few ? (
            <Button variant="text" className="no-print" onClick={() => setAll(true)}>
              Show all {number(found.length)}
            </Button>
          ) : null}
        </Paper>
      )}
    </Box>
  );
};
