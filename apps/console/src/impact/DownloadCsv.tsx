import Download from '@mui/icons-material/Download';
import Button from '@mui/material/Button';

/** Every figure as one file, with what it counts; the browser fetches it with the session. */
export const DownloadCsv = ({ publish }: { readonly publish: boolean }) => (
  <Button startIcon={<Download />} component="a" href={`/api/impact.csv${publish ? '?suppress=1' : ''}`} download>
    {publish ? 'All figures as CSV, for publication' : 'All figures as CSV'}
  </Button>
);
