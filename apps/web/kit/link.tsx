import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { Icon, type IconName } from './icon.tsx';

interface LinkProps {
  to: string;
  children: ReactNode;
  /** Looks like a button, for the one thing most people come to a page to do. */
  kind?: 'plain' | 'primary' | 'secondary';
  icon?: IconName;
}

export function Link({ to, children, kind = 'plain', icon }: LinkProps) {
  return (
    <RouterLink to={to} className={kind === 'plain' ? 'link' : `button ${kind}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </RouterLink>
  );
}
