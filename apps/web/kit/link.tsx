import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { Icon, type IconName } from './icon.tsx';

interface LinkProps {
  to: string;
  children: ReactNode;
  /** Looks like a button, for the one thing most people come to a page to do. */
  kind?: 'plain' | 'primary' | 'secondary';
  icon?: IconName;
  /** Called as the link is followed: for one that goes away with that, and has to leave the focus somewhere. */
  onFollow?: () => void;
}

export function Link({ to, children, kind = 'plain', icon, onFollow }: LinkProps) {
  return (
    <RouterLink to={to} onClick={onFollow} className={kind === 'plain' ? 'link' : `button ${kind}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </RouterLink>
  );
}
