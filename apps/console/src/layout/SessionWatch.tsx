import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '@clearance/contract';
import { useLogout } from 'react-admin';
import { api } from '../providers/http.ts';
import { useMe } from '../providers/me.ts';
import { endSession, lastRequest, onSessionEnd } from '../providers/session.ts';
import { secondsLeft, warningSeconds } from './idle.ts';

/**
 * Hides the screen when the session is over, whether the API said so or nobody touched anything for too long, and
 * warns a minute before. Reading and typing count as being there: they renew the session now and then.
 */
export const SessionWatch = () => {
  const idleSeconds = useMe()?.idleSeconds;
  const logout = useLogout();
  const [left, setLeft] = useState(Infinity);
  const touched = useRef(false);

  useEffect(() => onSessionEnd(() => void logout()), [logout]);

  useEffect(() => {
    if (!idleSeconds) return undefined;
    const touch = () => {
      touched.current = true;
    };
    const look = () => {
      const rest = secondsLeft(lastRequest(), Date.now(), idleSeconds);
      setLeft(rest);
      if (rest <= 0) endSession(sentenceOf('not_signed_in'));
      else if (touched.current && rest > warningSeconds && rest < idleSeconds / 2) {
        touched.current = false;
        // A refusal ends the session in `call`; without an answer the clock simply runs on.
        void api.get('/me').catch(() => undefined);
      }
    };
    const timer = setInterval(look, 1000);
    for (const kind of ['keydown', 'pointerdown', 'wheel']) window.addEventListener(kind, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const kind of ['keydown', 'pointerdown', 'wheel']) window.removeEventListener(kind, touch);
    };
  }, [idleSeconds]);

  const stay = () =>
    void api.get('/me').then(
      () => setLeft(Infinity),
      // A session that is over leads to sign-in by itself; without an answer the clock runs on in sight.
      () => undefined,
    );
  return (
    <Dialog
      open={left > 0 && left <= warningSeconds}
      onClose={stay}
      aria-labelledby="idle-title"
      aria-describedby="idle-what"
    >
      <DialogTitle id="idle-title">Are you still there?</DialogTitle>
      <DialogContent id="idle-what">
        Nobody used this page for a while. In {Math.max(1, Math.ceil(left))} seconds you are signed out, so that nobody
        else reads what is on the screen. What you saved is kept.
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={() => void logout({}, undefined, false)}>
          Sign out now
        </Button>
        <Button variant="contained" onClick={stay}>
          Stay signed in
        </Button>
      </DialogActions>
    </Dialog>
  );
};
