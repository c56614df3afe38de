import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { ChoiceAt } from '../editor/ChoiceAt.tsx';
import { useField } from '../editor/editing.tsx';
import { TextAt } from '../editor/TextAt.tsx';
import type { Path } from '../model/json-path.ts';
import { inchoateOptions } from './list-words.ts';

/** What a statute of a list is limited to. */
export const EntryDetails = ({ path }: { readonly path: Path }) => {
  const exactly = useField([...path, 'exactly']);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        py: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <FormControlLabel
        sx={{ gridColumn: '1 / -1' }}
        label="Only when written just so, without a further subdivision"
        control={
          <Checkbox
            size="small"
            id={exactly.id}
            checked={exactly.value === true}
            onChange={(_, on) => exactly.set(on ? true : undefined)}
          />
        }
      />
      <TextAt path={[...path, 'from']} label="Convictions from" type="date" hint="Left empty: always." optional />
      <TextAt path={[...path, 'to']} label="Convictions to, that day included" type="date" optional />
      <TextAt
        path={[...path, 'may']}
        label="Why a record alone cannot tell"
        hint="If said, a person decides whether the offense is one of these."
        optional
      />
      <TextAt path={[...path, 'nowKnownAs']} label="Section that took its place" optional />
      <ChoiceAt
        path={[...path, 'attempts']}
        label="An attempt at it"
        options={inchoateOptions}
        none="As for the whole list"
      />
    </Box>
  );
};
