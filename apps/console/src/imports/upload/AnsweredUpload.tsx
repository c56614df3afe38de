import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useEffect } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { useApi } from '../../providers/use-api.ts';
import { day } from '../../ui/format.ts';
import type { ImportAnswer } from './send-file.ts';
import { Buttons } from './Buttons.tsx';
import { forgetUpload } from './upload-store.ts';

interface AnsweredUploadProps {
  readonly answer: ImportAnswer;
  readonly onOther: () => void;
}

/** The server has the file: a new import opens its page; a file that was known already is said to be that. */
export const AnsweredUpload = ({ answer, onOther }: AnsweredUploadProps) => {
  const navigate = useNavigate();
  const page = `/imports/${answer.id}/show`;
  const { data: earlier } = useApi<ImportRow>(answer.same ? `/imports/${answer.id}` : undefined);
  useEffect(() => {
    if (answer.same) return;
    forgetUpload();
    void navigate(page);
  }, [answer.same, navigate, page]);
  if (!answer.same) return <Typography role="status">The file has arrived and is being read.</Typography>;
  return (
    <div role="status">
      <Typography sx={{ mb: 1.5, maxWidth: '72ch' }}>
        {earlier
          ? `This very file was imported on ${day(earlier.createdAt)} by ${earlier.uploadedBy}${
              earlier.fileName ? `, under the name ${earlier.fileName}` : ''
            }. Nothing was changed.`
          : 'This very file was imported before. Nothing was changed.'}
      </Typography>
      <Buttons>
        <Button variant="contained" component={RouterLink} to={page} onClick={forgetUpload}>
          Open that import
        </Button>
        <Button onClick={onOther}>Choose another</Button>
        <Button variant="text" onClick={forgetUpload}>
          Remove the file
        </Button>
      </Buttons>
    </div>
  );
};
