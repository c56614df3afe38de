import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '@clearance/contract';
import { useLogout } from 'react-admin';
import { api } from '../providers/http.ts';
import { useMe } from '../providers/me.ts';
import { endSession, lastRequest, onSessionEnd } from '../providers/session.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
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

  return (
    <ConfirmDialog
      open={left > 0 && left <= warningSeconds}
      title="Are you still there?"
      consequence={`Nobody used this page for a while. In ${Math.ceil(left)} seconds you are signed out, so that nobody else reads what is on the screen. What you saved is kept.`}
      verb="Stay signed in"
      onConfirm={() => void api.get('/me').then(() => setLeft(Infinity))}
      onClose={() => void logout({}, undefined, false)}
    />
  );
};
