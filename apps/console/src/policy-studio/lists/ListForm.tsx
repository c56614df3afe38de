import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ChoiceAt } from '../editor/ChoiceAt.tsx';
import { useEditing } from '../editor/editing.tsx';
import { FieldSays } from '../editor/FieldSays.tsx';
import { TextAt } from '../editor/TextAt.tsx';
import { insertAt } from '../model/json-path.ts';
import type { StatuteList } from '../model/policy.ts';
import { EntryRow } from './EntryRow.tsx';
import { inchoateOptions } from './list-words.ts';

const two = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } };
const three = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr 1fr' } };

/** A list, opened: its name, its source, and its statutes. */
export const ListForm = ({ name, list }: { readonly name: string; readonly list: StatuteList }) => {
  const { policy, change } = useEditing();
  const path = ['lists', name];
  const [opened, setOpened] = useState<number>();
  const pairs = list.pairs ?? [];
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 1.5 }}>
      <Box sx={two}>
        <TextAt path={[...path, 'title']} label="What the list is of" hint="Completes “one of the …”." />
        <TextAt path={[...path, 'titleEs']} label="The same in Spanish" hint="Completes “uno de los …”." optional />
        <TextAt path={[...path, 'cite']} label="Citation" />
        <TextAt path={[...path, 'asOf']} label="Last checked against the law on" type="date" />
      </Box>
      <Box sx={three}>
        <ChoiceAt path={[...path, 'attempts']} label="An attempt" options={inchoateOptions} />
        <ChoiceAt path={[...path, 'conspiracies']} label="A conspiracy" options={inchoateOptions} />
        <ChoiceAt path={[...path, 'accessories']} label="An accessory" options={inchoateOptions} />
      </Box>
      <Typography variant="h3" sx={{ fontSize: '0.9375rem' }}>
        Statutes
      </Typography>
      <FieldSays path={[...path, 'entries']} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
        {list.entries.map((entry, index) => (
          <EntryRow
            key={index}
            list={name}
            index={index}
            entry={entry}
            isOpen={opened === index}
            onToggle={() => setOpened(opened === index ? undefined : index)}
          />
        ))}
      </Box>
      <Box>
        <Button
          size="small"
          startIcon={<Add />}
          onClick={() => {
            change(insertAt(policy, [...path, 'entries'], list.entries.length, { statute: '' }));
            setOpened(list.entries.length);
          }}
        >
          Add a statute
        </Button>
      </Box>
      {pairs.length > 0 ? (
        <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
          Listed only together, and kept as they are:{' '}
          {pairs.map(({ enhancement, offenses }) => `${enhancement} with ${offenses.join(', ')}`).join('; ')}.
        </Box>
      ) : null}
    </Box>
  );
};
