import type { DemoPerson } from '@clearance/contract';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState, type FormEvent } from 'react';
import { useLogin } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Mark } from '../layout/Mark.tsx';
import { RefusalError } from '../providers/refusal.ts';
import { whyEnded } from '../providers/session.ts';
import { useApi } from '../providers/use-api.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DemoPeople } from './DemoPeople.tsx';

/** The door. After a session that ended it says why, and leads back to the page that was open. */
export const SignIn = () => {
  usePageTitle('Sign in');
  const login = useLogin();
  const demo = useApi<DemoPerson[]>('/demo', { fresh: Infinity }).data ?? [];
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalError>();
  const submit = useRef<HTMLButtonElement>(null);
  const ended = whyEnded();

  const signIn = (event: FormEvent) => {
    event.preventDefault();
    const gaps = missing(email, password);
    if (gaps) {
      setRefusal(gaps);
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    login({ email: email.trim(), password }).catch((error: unknown) => {
      setBusy(false);
      if (!(error instanceof RefusalError)) throw error;
      setRefusal(error);
    });
  };
  return (
    <PlainPage wide={demo.length > 0}>
      <Mark large />
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 4 }}>
        Clearing old convictions, with a reason for each.
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: demo.length > 0 ? { xs: '1fr', md: '400px 1fr' } : '1fr',
          alignItems: 'start',
        }}
      >
        <Paper component="form" onSubmit={signIn} noValidate sx={{ p: 3, border: 1, borderColor: 'divider' }}>
          <Typography variant="h1" sx={{ mb: 2 }}>
            Sign in
          </Typography>
          {ended && !refusal ? (
            <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
              {ended}
            </Alert>
          ) : null}
          <ErrorSummary refusal={refusal} fieldIds={{ email: 'email', password: 'password' }} />
          <TextField
            id="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            autoFocus
            fullWidth
            required
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <TextField
            id="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            fullWidth
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <Button ref={submit} type="submit" variant="contained" size="large" fullWidth loading={busy} sx={{ mt: 2 }}>
            Sign in
          </Button>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 2, mb: 0 }}>
            No account yet? An administrator of your county invites you by e-mail.
          </Typography>
        </Paper>
        {demo.length > 0 ? (
          <Box>
            <DemoPeople
              people={demo}
              onUse={(person) => {
                setEmail(person.email);
                setPassword(person.password);
                setRefusal(undefined);
                setTimeout(() => submit.current?.focus());
              }}
            />
            <Link component={RouterLink} to="/outbox">
              Mail that this demonstration did not send
            </Link>
          </Box>
        ) : null}
      </Box>
    </PlainPage>
  );
};

/** What is not filled in yet, as a refusal that leads to the field. */
function missing(email: string, password: string): RefusalError | undefined {
  const fields = {
    ...(email.trim() === '' ? { email: 'Enter your e-mail address' } : {}),
    ...(password === '' ? { password: 'Enter your password' } : {}),
  };
  return Object.keys(fields).length === 0
    ? undefined
    : new RefusalError(422, { code: 'invalid', message: 'Something is missing.', fields });
}
