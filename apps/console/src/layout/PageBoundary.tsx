import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

interface PageBoundaryProps {
  /** A new page gets a new chance. */
  readonly page: string;
  readonly children: ReactNode;
}

/** Keeps the rail standing when a page breaks, and says so. */
export class PageBoundary extends Component<PageBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: PageBoundaryProps) {
    if (this.state.broken && before.page !== this.props.page) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <PageHeader
        title="This page could not be shown"
        explanation="Nothing was changed. Perhaps a newer version was installed since you opened it: load it again."
        actions={
          <Button variant="contained" onClick={() => window.location.reload()}>
            Load again
          </Button>
        }
      />
    );
  }
}
