/** Where a part of the page breaks, only that part is replaced, by a sentence. */
import { Component, type ReactNode } from 'react';

type Props = { children: ReactNode; fallback: ReactNode };

export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
