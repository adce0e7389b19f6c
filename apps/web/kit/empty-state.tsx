import type { ReactNode } from 'react';

interface EmptyStateProps {
  title?: string;
  /** What will show up here, and when. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title = 'Inget registrerat', children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
