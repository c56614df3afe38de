import type { AcceptInvitation as Acceptance, OpenInvitation } from '@clearance/contract';
import { useQuery } from '@tanstack/react-query';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { Mark } from '../layout/Mark.tsx';
import { api } from '../providers/http.ts';
import { RefusalError } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Accepted } from './Accepted.tsx';
import { InvitedTo } from './InvitedTo.tsx';

/** Where the link of an invitation leads: a name and a password, and one can sign in. */
export const AcceptInvitation = () => {
  usePageTitle('Accept your invitation');
  const token = useSearchParams()[0].get('token') ?? '';
  const { data, error, isPending } = useQuery<OpenInvitation, RefusalError>({
    queryKey: ['invitation', token],
    queryFn: () => api.post<OpenInvitation>('/invitations/open', { token }),
    staleTime: Infinity,
  });
  const { act, busy, refusal } = useAct((body: Acceptance) =>
    api.post<unknown>('/invitations/accept', body).then(() => true),
  );
  const [done, setDone] = useState(false);
  if (done && data) return <Accepted invitation={data} />;
  return (
    <PlainPage>
      <Mark large />
      <Typography variant="h1" sx={{ mt: 4, mb: 1 }}>
        Accept your invitation
      </Typography>
      {error ? <Problem error={error} /> : null}
      {error ? (
        <Button component={Link} to="/login">
          Go to sign-in
        </Button>
      ) : null}
      {isPending && !error ? <SkeletonRows rows={4} /> : null}
      {data ? (
        <>
          <InvitedTo invitation={data} />
          <AcceptForm
            invitation={data}
            busy={busy}
            refusal={refusal}
            onAccept={(name, password) =>
              void act({ token, name, password }).then((accepted) => setDone(accepted === true))
            }
          />
        </>
      ) : null}
    </PlainPage>
  );
};

interface AcceptFormProps {
  readonly invitation: OpenInvitation;
  readonly busy: boolean;
  readonly refusal: RefusalError | undefined;
  readonly onAccept: (name: string, password: string) => void;
}

const AcceptForm = ({ invitation, busy, refusal, onAccept }: AcceptFormProps) => {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [gaps, setGaps] = useState<RefusalError>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = {
      ...(name.trim() === '' ? { name: 'Enter your name, as colleagues know it' } : {}),
      ...(password.length < 8 ? { password: 'Choose a password of at least 8 characters' } : {}),
    };
    const missing = Object.keys(fields).length > 0;
    setGaps(missing ? new RefusalError(422, { code: 'invalid', message: 'Something is missing.', fields }) : undefined);
    if (!missing) onAccept(name.trim(), password);
  };
  return (
    <Paper component="form" onSubmit={submit} noValidate sx={{ p: 3, mt: 2, border: 1, borderColor: 'divider' }}>
      <ErrorSummary refusal={gaps ?? refusal} fieldIds={{ name: 'name', password: 'password' }} />
      <TextField
        label="E-mail"
        value={invitation.email}
        fullWidth
        slotProps={{ input: { readOnly: true } }}
        helperText="You sign in with this address."
      />
      <TextField
        id="name"
        label="Your name"
        autoComplete="name"
        fullWidth
        required
        value={name}
        onChange={({ target }) => setName(target.value)}
        helperText="Colleagues see it beside everything you decide."
      />
      <TextField
        id="password"
        label={invitation.hasAccount ? 'Your password' : 'Choose a password'}
        type="password"
        autoComplete={invitation.hasAccount ? 'current-password' : 'new-password'}
        fullWidth
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        helperText={
          invitation.hasAccount
            ? 'You have an account already: enter its password.'
            : 'At least 8 characters. A few words in a row are easier to remember than signs.'
        }
      />
      <Button type="submit" variant="contained" size="large" fullWidth loading={busy} sx={{ mt: 2 }}>
        Accept the invitation
      </Button>
    </Paper>
  );
};
