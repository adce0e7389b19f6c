import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Link } from './link.tsx';

interface PageHeaderProps {
  title: string;
  /** A line under the title: what one can do here. */
  lead?: ReactNode;
  /** The page one step up. */
  back?: { to: string; name: string };
  actions?: ReactNode;
}

/** The page's one h1, which also names the window. Takes the focus when one comes from another page. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const [cameFromElsewhere] = useState(key !== 'default');

  useEffect(() => {
    document.title = `${title} – Samordna`;
  }, [title]);

  useEffect(() => {
    if (!cameFromElsewhere) return;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [cameFromElsewhere]);

  return (
    <header className="page-header">
      {back && (
        <p className="page-back">
          <Link to={back.to} icon="left">
            {back.name}
          </Link>
        </p>
      )}
      <div className="page-title">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {lead && <p className="lead">{lead}</p>}
    </header>
  );
}
