import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { WordingDraft } from './changes.ts';
import { KindChoice } from './KindChoice.tsx';
import { kindWords } from './kind-words.ts';
import type { DraftWork } from './use-draft.ts';

/** The office's own dictionary, a line for each wording. */
export const OwnWordings = ({ work, mayChange }: { readonly work: DraftWork; readonly mayChange: boolean }) => {
  const { dispositions } = work.draft;
  const set = (index: number, next: Partial<WordingDraft>) =>
    work.setWordings(dispositions.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <Box component="section" aria-labelledby="own-title" sx={{ mb: 4, maxWidth: 920 }}>
      <Typography variant="h2" id="own-title">
        The office’s own dictionary
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        These wordings count beside those that come with Clearance, and win where both have one. A * at the end stands
        for any further words.
      </Typography>
      {dispositions.length === 0 ? (
        <Typography sx={{ mb: 1.5 }}>Nothing of the office’s own yet.</Typography>
      ) : (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1.5 }}>
          {dispositions.map(({ wording, kind }, index) => (
            <Box
              component="li"
              key={`${dispositions.length} ${index}`}
              sx={{
                display: 'grid',
                gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) 300px auto' },
                gap: 1,
                alignItems: 'start',
                px: 2,
                py: 1.25,
                '& + &': { borderTop: 1, borderColor: 'divider' },
              }}
            >
              {mayChange ? (
                <>
                  <TextField
                    id={`dispositions.${index}.wording`}
                    label="Wording, as the court writes it"
                    margin="none"
                    fullWidth
                    sx={{ gridColumn: { xs: '1 / -1', sm: 1 } }}
                    value={wording}
                    onChange={({ target }) => set(index, { wording: target.value })}
                    error={work.problems[`dispositions.${index}.wording`] !== undefined}
                    helperText={work.problems[`dispositions.${index}.wording`]}
                    slotProps={{ htmlInput: { maxLength: 200 } }}
                  />
                  <KindChoice
                    label="Means"
                    value={kind}
                    problem={work.problems[`dispositions.${index}.kind`]}
                    onChoose={(next) => set(index, { kind: next })}
                  />
                  <IconButton
                    aria-label={`Remove “${wording}”`}
                    onClick={() => work.setWordings(dispositions.filter((_, at) => at !== index))}
                  >
                    <DeleteOutlined />
                  </IconButton>
                </>
              ) : (
                <>
                  <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{wording}</Box>
                  <Box sx={{ gridColumn: { xs: '1 / -1', sm: 2 } }}>{kind === '' ? '' : kindWords[kind].choice}</Box>
                </>
              )}
            </Box>
          ))}
        </Paper>
      )}
      {mayChange ? (
        <Button className="no-print" onClick={() => work.setWordings([...dispositions, { wording: '', kind: '' }])}>
          Add a wording
        </Button>
      ) : null}
    </Box>
  );
};
