import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { CountySettings } from '@clearance/contract';
import { confidenceWords, shareWords } from '../bulk-reviews/sample/sample-words.ts';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx';
import { SettingChoice } from './SettingChoice.tsx';
import { Warning } from '../ui/Warning.tsx';
import { changeWords, officeFields, readerWords, sizeWords, undoWords } from './setting-words.ts';

const hours = [0, 4, 8, 24, 48, 72, 168];
const confidences = [0.9, 0.95, 0.99];
const shares = [0.1, 0.05, 0.02, 0.01, 0.005];
const readers = [100, 200, 500, 1000, 2000, 3000];

/** The settings, each with what it means; nothing changes before the consequence was read. */
export const SettingsForm = ({ settings }: { readonly settings: CountySettings }) => {
  const notify = useNotify();
  const [draft, setDraft] = useState(settings);
  const [asking, setAsking] = useState(false);
  const { act, busy, refusal, forget } = useAct(
    () => api.put<CountySettings>('/settings', draft),
    () => {
      setAsking(false);
      notify('Saved.', { type: 'success' });
    },
  );
  const changes = changeWords(settings, draft);
  const demand = { confidence: draft.sampleConfidence, tolerated: draft.sampleTolerated };
  const set = (change: Partial<CountySettings>) => setDraft({ ...draft, ...change });
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 4, maxWidth: 720 }}
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <section aria-labelledby="undo-title">
        <Typography variant="h2" id="undo-title">
          Taking an approval back
        </Typography>
        <Typography sx={{ mb: 1.5 }}>
          After an approval there is time to take it back. When the time is over it is released for the filing, and
          nobody can take it back here.
        </Typography>
        <SettingChoice
          label="An approval can be taken back for"
          value={draft.undoHours}
          choices={hours}
          words={undoWords}
          onChange={(undoHours) => set({ undoHours })}
        />
        <Box role="status">
          {draft.undoHours === 0 ? (
            <Warning>
              Every approval is final the moment it is given, also one of thousands at once. Nobody can take it back.
            </Warning>
          ) : null}
        </Box>
      </section>
      <section aria-labelledby="sample-title">
        <Typography variant="h2" id="sample-title">
          The sample before a bulk approval
        </Typography>
        <Typography sx={{ mb: 1.5 }}>
          Before many convictions are approved at once the approver looks at a random sample. These are the least it has
          to show; an approver can ask for more, never for less.
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <SettingChoice
            label="Fewer than so many may be wrong"
            value={draft.sampleTolerated}
            choices={shares}
            words={shareWords}
            onChange={(sampleTolerated) => set({ sampleTolerated })}
          />
          <SettingChoice
            label="With this confidence"
            value={draft.sampleConfidence}
            choices={confidences}
            words={confidenceWords}
            onChange={(sampleConfidence) => set({ sampleConfidence })}
          />
        </Box>
        <Typography variant="body2" className="figures" sx={{ color: 'text.secondary', mt: 1 }}>
          To be looked at when nothing is wrong: {sizeWords(demand)}.
        </Typography>
      </section>
      <section aria-labelledby="letters-title">
        <Typography variant="h2" id="letters-title">
          Letters of the office
        </Typography>
        <Typography sx={{ mb: 1.5 }}>
          A letter that asks a court or an agency for facts says who asks and where to answer. Until these are filled in
          it says neither.
        </Typography>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {officeFields.map(({ label, lines, most, setting }) => (
            <TextField
              key={setting}
              label={label}
              value={draft[setting]}
              multiline={lines > 1}
              minRows={lines}
              onChange={({ target }) => setDraft({ ...draft, [setting]: target.value })}
              slotProps={{ htmlInput: { maxLength: most } }}
            />
          ))}
        </Box>
      </section>
      <section aria-labelledby="readers-title">
        <Typography variant="h2" id="readers-title">
          Reading unusually much
        </Typography>
        <Typography sx={{ mb: 1.5 }}>
          Every look at people’s data is on the log. Administrators and compliance officers are told on their home page
          when somebody reads the data of more people within an hour than this.
        </Typography>
        <SettingChoice
          label="Unusual is more than"
          value={draft.peoplePerHour}
          choices={readers}
          words={readerWords}
          onChange={(peoplePerHour) => set({ peoplePerHour })}
        />
      </section>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={changes.length === 0}>
          Save
        </Button>
        {changes.length > 0 ? (
          <Button variant="text" onClick={() => setDraft(settings)}>
            Discard
          </Button>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Nothing is changed.
          </Typography>
        )}
      </Box>
      <UnsavedGuard unsaved={changes.length > 0} />
      <ConfirmDialog
        open={asking}
        title="Change how the county works?"
        consequence={changes.map((sentence) => (
          <Typography key={sentence} sx={{ mb: 1 }}>
            {sentence}
          </Typography>
        ))}
        verb="Change it for everybody"
        busy={busy}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setAsking(false);
        }}
      />
    </Box>
  );
};
