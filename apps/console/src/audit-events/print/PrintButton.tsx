import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useLightPrint } from './use-light-print.ts';

/** Prints the page without the rail and its buttons, on a white ground. */
export const PrintButton = () => {
  useLightPrint();
  return (
    <Button startIcon={<PrintOutlined />} onClick={() => window.print()}>
      Print
    </Button>
  );
};
