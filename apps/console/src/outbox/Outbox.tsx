import type { OutboxMail } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useApi } from '../providers/use-api.ts';
import { Ago } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

import { textWithLinks } from './text-with-links.ts';

/** On demonstrations: the mails that a real installation would have sent, newest first. */
export const Outbox = () => {
  const { data: mails, error, refetch, isPending } = useApi<OutboxMail[]>('/outbox');
  return (
    <PlainPage wide>
      <PageHeader
        title="Mail that was not sent"
        explanation="No mail server is set up here, so what would have been sent stands on this page. Links in it work."
        actions={
          <Button component={RouterLink} to="/">
            Back to Clearance
          </Button>
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {isPending && !error ? <SkeletonRows rows={4} /> : null}
      {mails?.length === 0 ? (
        <EmptyState title="No mail yet">Invite somebody under People: the invitation is shown here.</EmptyState>
      ) : null}
      {[...(mails ?? [])]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((mail) => (
          <Box
            component="article"
            key={mail.id}
            sx={{
              border: 1,
              borderColor: 'divider',
              borderRadius: 1.5,
              backgroundColor: 'background.paper',
              p: 2,
              mb: 2,
            }}
          >
            <Typography variant="h2">{mail.subject}</Typography>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mb: 1 }}>
              To {mail.to}, <Ago at={mail.at} />
            </Box>
            <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {textWithLinks(mail.text).map((part) =>
                part.to ? (
                  <Link key={part.at} component={RouterLink} to={part.to}>
                    {part.text}
                  </Link>
                ) : (
                  <span key={part.at}>{part.text}</span>
                ),
              )}
            </Box>
          </Box>
        ))}
    </PlainPage>
  );
};
