import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Progress } from '../../ui/Progress.tsx';
import { bytes } from '../../ui/format.ts';
import { nameOf, sizeOf } from './dropped.ts';
import { AnsweredUpload } from './AnsweredUpload.tsx';
import { Buttons } from './Buttons.tsx';
import { StoppedUpload } from './StoppedUpload.tsx';
import { forgetUpload, startUpload, stopUpload, type Upload } from './upload-store.ts';

interface UploadPanelProps {
  readonly upload: Upload;
  /** Opens the file chooser. */
  readonly onOther: () => void;
}

const Body = ({ upload, onOther }: UploadPanelProps) => {
  switch (upload.step) {
    case 'chosen':
      return (
        <>
          <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '72ch' }}>
            {upload.files.length === 1
              ? 'Its rows become people and convictions.'
              : 'Together they are one delivery: what one file says of a person counts in the others. Their rows become people and convictions.'}{' '}
            Histories that changed are evaluated again; nothing that was approved is altered.
          </Typography>
          <Buttons>
            <Button variant="contained" onClick={() => void startUpload()}>
              {upload.files.length === 1 ? 'Import this file' : 'Import these files'}
            </Button>
            <Button onClick={onOther}>Choose another</Button>
            <Button variant="text" onClick={forgetUpload}>
              {upload.files.length === 1 ? 'Remove the file' : 'Remove the files'}
            </Button>
          </Buttons>
        </>
      );
    case 'sending':
      return (
        <>
          <Progress
            label={`Sending ${nameOf(upload.files)}`}
            done={upload.sent}
            total={sizeOf(upload.files)}
            unit="bytes"
          />
          <Typography role="status" sx={{ color: 'text.secondary', my: 1 }}>
            {upload.sent < sizeOf(upload.files)
              ? 'Sending. You can look at other pages; keep this tab open.'
              : 'All of it has left. The server is looking at what came.'}
          </Typography>
          <Button onClick={stopUpload}>Stop sending</Button>
        </>
      );
    case 'stopped':
      return (
        <StoppedUpload trouble={upload.trouble}>
          {upload.trouble.mayResend ? (
            <Button variant="contained" onClick={() => void startUpload()}>
              Send it again
            </Button>
          ) : null}
          <Button {...(upload.trouble.mayResend ? {} : { variant: 'contained' as const })} onClick={onOther}>
            Choose another
          </Button>
          <Button variant="text" onClick={forgetUpload}>
            {upload.files.length === 1 ? 'Remove the file' : 'Remove the files'}
          </Button>
        </StoppedUpload>
      );
    case 'answered':
      return <AnsweredUpload answer={upload.answer} onOther={onOther} />;
  }
};

/** In the order in which they are read. */
const Names = ({ files }: { readonly files: readonly File[] }) => (
  <Box component="ol" className="figures" sx={{ mt: 0, mb: 1, pl: 3, maxHeight: 160, overflowY: 'auto' }}>
    {files.map((file) => (
      <li key={file.name}>
        {file.name}{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {bytes(file.size)}
        </Box>
      </li>
    ))}
  </Box>
);

/** The chosen files and what becomes of them. */
export const UploadPanel = ({ upload, onOther }: UploadPanelProps) => (
  <>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', mb: 1 }}>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {nameOf(upload.files)}
      </Typography>
      <Box component="span" className="figures" sx={{ color: 'text.secondary' }}>
        {bytes(sizeOf(upload.files))}
      </Box>
    </Box>
    {upload.files.length > 1 ? <Names files={upload.files} /> : null}
    <Body upload={upload} onOther={onOther} />
  </>
);
