import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { factSources, type AskedFact, type FactKind, type FactsView } from '@clearance/contract';
import { kindsToChoose, kindWords, sourceWords, units, type Draft, type Unit } from './entered-words.ts';

interface FactFieldsProps {
  readonly draft: Draft;
  readonly asking: AskedFact;
  readonly problems: Readonly<Partial<Record<keyof Draft, string>>>;
  readonly dispositions: FactsView['dispositions'];
  readonly fieldId: (name: string) => string;
  readonly onChange: (draft: Draft) => void;
}

/** The fields of a fact: those of its kind, then where it was read. */
export const FactFields = (props: FactFieldsProps) => {
  const { asking, draft, fieldId, onChange, problems } = props;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {asking.kind === '' ? (
        <TextField
          select
          label="What you enter"
          value={draft.kind}
          onChange={({ target }) => onChange({ ...draft, kind: target.value as FactKind, text: '', date: '' })}
        >
          {kindsToChoose.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {kindWords[kind]}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {asking.choices.length > 0 ? <WhichRow {...props} /> : <ValueFields {...props} />}
      <TextField
        select
        id={fieldId('source')}
        label="Source"
        value={draft.source}
        error={problems.source !== undefined}
        helperText={problems.source ?? 'Where you read it.'}
        onChange={({ target }) => onChange({ ...draft, source: target.value as Draft['source'] })}
      >
        {factSources.map((source) => (
          <MenuItem key={source} value={source}>
            {sourceWords[source]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id={fieldId('reference')}
        label="Reference"
        value={draft.reference}
        error={problems.reference !== undefined}
        helperText={problems.reference ?? 'Docket number, page or exhibit.'}
        onChange={({ target }) => onChange({ ...draft, reference: target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </Box>
  );
};

/** Rows of the file contradict each other: the value of the right one is entered. */
const WhichRow = ({ asking, draft, onChange, problems }: FactFieldsProps) => {
  const isDate = draft.kind === 'birth_date';
  return (
    <RadioField
      label="The rows of the file contradict each other. Which one is right?"
      value={isDate ? draft.date : draft.severity}
      choices={asking.choices.map(({ says, value }) => [value, says])}
      problem={problems.date ?? problems.severity}
      onChange={(value) => onChange({ ...draft, ...(isDate ? { date: value } : { severity: value }) })}
    />
  );
};

const ValueFields = (props: FactFieldsProps) => {
  const { draft, onChange, problems } = props;
  switch (draft.kind) {
    case 'birth_date':
    case 'conviction_date':
    case 'offense_date':
    case 'sentence_end':
      return <DateField {...props} label={kindWords[draft.kind]} />;
    case 'severity':
      return (
        <RadioField
          label={kindWords.severity}
          value={draft.severity}
          choices={[
            ['felony', 'Felony'],
            ['misdemeanor', 'Misdemeanor'],
            ['infraction', 'Infraction'],
          ]}
          problem={problems.severity}
          onChange={(severity) => onChange({ ...draft, severity })}
        />
      );
    case 'amount':
      return <AmountFields {...props} />;
    case 'disposition':
      return (
        <>
          <WordingField {...props} label="Disposition" kinds={['convicted', 'not_convicted']} />
          <DateField {...props} label="Date of the disposition (not needed)" />
        </>
      );
    case 'relief':
      return (
        <>
          <WordingField {...props} label="Later order; leave empty if there is none" kinds={['relieved', 'reduced']} />
          {draft.text === '' ? null : <DateField {...props} label="Date of the order (not needed)" />}
        </>
      );
    case 'not_same_person':
      return (
        <RadioField
          label="What is another person’s"
          value={draft.scope}
          choices={[
            ['conviction', 'This conviction only'],
            ['cycle', 'The arrest and everything that followed from it'],
          ]}
          problem={undefined}
          onChange={(scope) => onChange({ ...draft, scope: scope as Draft['scope'] })}
        />
      );
    case 'unread_row':
      return (
        <>
          <RadioField
            label="What the row tells"
            value={draft.bears}
            choices={[
              ['nothing', 'No conviction, sentence, order or registration'],
              ['conviction', 'Something that matters: it stays with a person'],
            ]}
            problem={undefined}
            onChange={(bears) => onChange({ ...draft, bears: bears as Draft['bears'] })}
          />
          <TextField
            id={props.fieldId('text')}
            label="What the row says"
            value={draft.text}
            error={problems.text !== undefined}
            helperText={problems.text}
            onChange={({ target }) => onChange({ ...draft, text: target.value })}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </>
      );
  }
};

const DateField = ({ draft, fieldId, label, onChange, problems }: FactFieldsProps & { readonly label: string }) => (
  <TextField
    id={fieldId('date')}
    type="date"
    autoFocus
    label={label}
    value={draft.date}
    error={problems.date !== undefined}
    helperText={problems.date}
    onChange={({ target }) => onChange({ ...draft, date: target.value })}
    slotProps={{ inputLabel: { shrink: true } }}
  />
);

const AmountFields = ({ draft, fieldId, onChange, problems }: FactFieldsProps) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 1 }}>
    <TextField
      id={fieldId('amount')}
      autoFocus
      label="Amount"
      value={draft.amount}
      error={problems.amount !== undefined}
      helperText={problems.amount ?? 'As the report gives it.'}
      onChange={({ target }) => onChange({ ...draft, amount: target.value.replace(',', '.') })}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
    <TextField
      select
      label="Unit"
      value={draft.unit}
      onChange={({ target }) => onChange({ ...draft, unit: target.value as Unit })}
    >
      {(Object.keys(units) as Unit[]).map((unit) => (
        <MenuItem key={unit} value={unit}>
          {unit}
        </MenuItem>
      ))}
    </TextField>
  </Box>
);

interface WordingProps extends FactFieldsProps {
  readonly label: string;
  readonly kinds: readonly string[];
}

const WordingField = ({ dispositions, draft, fieldId, kinds, label, onChange, problems }: WordingProps) => {
  const wordings = [...new Set(dispositions.filter(({ kind }) => kinds.includes(kind)).map(({ wording }) => wording))];
  return (
    <Autocomplete
      id={fieldId('text')}
      options={wordings}
      value={draft.text === '' ? null : draft.text}
      onChange={(_, text) => onChange({ ...draft, text: text ?? '' })}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          label={label}
          error={problems.text !== undefined}
          helperText={problems.text ?? 'From the dictionary of dispositions.'}
        />
      )}
    />
  );
};

interface RadioFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, says: string])[];
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const RadioField = ({ choices, label, onChange, problem, value }: RadioFieldProps) => (
  <Box>
    <FormLabel error={problem !== undefined}>{label}</FormLabel>
    <RadioGroup aria-label={label} value={value} onChange={(_, chosen) => onChange(chosen)}>
      {choices.map(([each, says]) => (
        <FormControlLabel key={each} value={each} control={<Radio />} label={says} />
      ))}
    </RadioGroup>
    {problem ? (
      <Box role="alert" sx={{ color: 'error.main', fontSize: '0.75rem' }}>
        {problem}
      </Box>
    ) : null}
  </Box>
);
