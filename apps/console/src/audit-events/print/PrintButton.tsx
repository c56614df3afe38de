import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';

/** Prints the page without the rail and its buttons, on a white ground. */
export const PrintButton = () => (
  <Button startIcon={<PrintOutlined />} onClick={() => window.print()}>
    Print
  </Button>
);
