import { californiaCounties, type CountyBody, type CountyRow } from '@clearance/contract';
import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { RefusalError } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { countyName } from '../ui/words.ts';

const fromTheStart = createFilterOptions<(typeof californiaCounties)[number]>({ matchFrom: 'start' });

/** Adds a county with the person who will run it. */
export const NewCounty = ({ onClose }: { readonly onClose: () => void }) => {
  const [name, setName] = useState<(typeof californiaCounties)[number] | null>(null);
  const { data: counties } = useGetList<CountyRow>('counties', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
    filter: {},
  });
  const here = new Set(counties?.map((county) => county.name));
  const [adminEmail, setAdminEmail] = useState('');
  const [gaps, setGaps] = useState<RefusalError>();
  const notify = useNotify();
  const create = useAct(
    (body: CountyBody) => api.post<CountyRow>('/counties', body),
    (county, body) => {
      notify(`${countyName(county.name)} County is set up. ${body.adminEmail} has an invitation.`, { type: 'success' });
      onClose();
    },
  );
  const submit = () => {
    const fields = {
      ...(name === null ? { name: 'Choose the county' } : {}),
      ...(/^[^@\s]+@[^@\s]+$/.test(adminEmail.trim())
        ? {}
        : { adminEmail: 'Enter the e-mail address of the first administrator' }),
    };
    const missing = Object.keys(fields).length > 0;
    setGaps(missing ? new RefusalError(422, { code: 'invalid', message: 'Something is missing.', fields }) : undefined);
    if (!missing && name) void create.act({ name, adminEmail: adminEmail.trim() });
  };
  return (
    <ConfirmDialog
      open
      title="Add a county"
      consequence="The county starts empty. Its first administrator gets an invitation that works once, within 24 hours, and invites everybody else."
      verb="Add the county"
      busy={create.busy}
      refusal={gaps ?? create.refusal}
      fieldIds={{ name: 'county-name', adminEmail: 'county-admin' }}
      onConfirm={submit}
      onClose={onClose}
    >
      <Autocomplete
        id="county-name"
        options={californiaCounties}
        autoHighlight
        filterOptions={fromTheStart}
        value={name}
        onChange={(_, chosen) => setName(chosen)}
        getOptionDisabled={(county) => here.has(county.toUpperCase())}
        getOptionLabel={(county) => (here.has(county.toUpperCase()) ? `${county} (here already)` : county)}
        renderInput={(input) => <TextField {...input} label="County" autoFocus />}
      />
      <TextField
        id="county-admin"
        label="E-mail of the first administrator"
        type="email"
        fullWidth
        value={adminEmail}
        onChange={({ target }) => setAdminEmail(target.value)}
      />
    </ConfirmDialog>
  );
};
