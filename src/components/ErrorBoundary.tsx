/** When a part of the page throws while it renders, only that part is replaced, by the fallback. */
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
