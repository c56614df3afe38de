import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ConvictionSet } from '@clearance/contract';
import { BarTable } from './BarTable.tsx';
import { compositionCsv, picturesOf } from './composition.ts';

function save(text: string, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What the set is made of, in pictures and as a file. */
export const Composition = ({ set }: { readonly set: ConvictionSet }) => {
  const pictures = picturesOf(set);
  return (
    <Box component="section" aria-label="What it is made of">
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          What it is made of
        </Typography>
        <Button
          className="no-print"
          size="small"
          variant="text"
          onClick={() => save(compositionCsv(pictures), 'composition.csv')}
        >
          Save as CSV
        </Button>
      </Box>
      <Box sx={{ display: 'grid', gap: '20px 36px', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
        {pictures.map((picture) => (
          <BarTable key={picture.title} picture={picture} />
        ))}
      </Box>
    </Box>
  );
};
