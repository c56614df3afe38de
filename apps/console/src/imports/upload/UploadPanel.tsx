import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Progress } from '../../ui/Progress.tsx';
import { bytes } from '../../ui/format.ts';
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
            Its rows become people and convictions. Histories that changed are evaluated again; nothing that was
            approved is altered.
          </Typography>
          <Buttons>
            <Button variant="contained" onClick={() => void startUpload()}>
              Import this file
            </Button>
            <Button onClick={onOther}>Choose another</Button>
            <Button variant="text" onClick={forgetUpload}>
              Remove the file
            </Button>
          </Buttons>
        </>
      );
    case 'sending':
      return (
        <>
          <Progress label={`Sending ${upload.file.name}`} done={upload.sent} total={upload.file.size} unit="bytes" />
          <Typography role="status" sx={{ color: 'text.secondary', my: 1 }}>
            {upload.sent < upload.file.size
              ? 'Sending. You can look at other pages; keep this tab open.'
              : 'All of it has left. The server is looking at what came.'}
          </Typography>
          <Button onClick={stopUpload}>Stop sending</Button>
        </>
      );
    case 'stopped':
      return (
        <StoppedUpload trouble={upload.trouble}>
          <Button variant="contained" onClick={() => void startUpload()}>
            Send it again
          </Button>
          <Button onClick={onOther}>Choose another</Button>
          <Button variant="text" onClick={forgetUpload}>
            Remove the file
          </Button>
        </StoppedUpload>
      );
    case 'answered':
      return <AnsweredUpload answer={upload.answer} onOther={onOther} />;
  }
};

/** The chosen file and what becomes of it. */
export const UploadPanel = ({ upload, onOther }: UploadPanelProps) => (
  <>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', mb: 1 }}>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {upload.file.name}
      </Typography>
      <Box component="span" className="figures" sx={{ color: 'text.secondary' }}>
        {bytes(upload.file.size)}
      </Box>
    </Box>
    <Body upload={upload} onOther={onOther} />
  </>
);
