import Button from '@mui/material/Button';
import { useState } from 'react';

interface CopyButtonProps {
  readonly label: string;
  /** Asked for only when it is copied. */
  readonly text: () => string;
}

/** Puts a text on the clipboard, and says whether that worked. */
export const CopyButton = ({ label, text }: CopyButtonProps) => {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch {
      setSaid('The browser refused to copy');
    }
  };
  return (
    <Button
      size="small"
      variant="text"
      onClick={() => void copy()}
      onBlur={() => setSaid(undefined)}
      aria-live="polite"
    >
      {said ?? label}
    </Button>
  );
};
