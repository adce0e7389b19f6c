import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const ICONS = { info: 'info', warning: 'warning', stop: 'stop', success: 'check' } satisfies Record<string, IconName>;

const WORDS = { info: 'Information', warning: 'Varning', stop: 'Stopp', success: 'Klart' };

interface NoticeProps {
  tone: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
}

/** A message in the page. A stop interrupts a screen reader at once, the others wait for a pause. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'stop' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <div>
        <span className="visually-hidden">{WORDS[tone]}: </span>
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
