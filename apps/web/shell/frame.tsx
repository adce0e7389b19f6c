import { type ReactNode, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { Button } from '../kit/button.tsx';
import { Link } from '../kit/link.tsx';
import { Logo } from '../kit/logo.tsx';
import { SkipLink } from '../kit/skip-link.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import type { Entry } from './navigation.ts';
import { useSingleKeys } from './single-keys.ts';
import { SiteMenu } from './site-menu.tsx';

interface FrameProps {
  children: ReactNode;
  /** The navigation of the role; nothing before sign-in. */
  navigation?: Entry[];
  acting?: ReactNode;
}

/** What is around every page: header, the page itself, footer. */
export function Frame({ children, navigation = [], acting }: FrameProps) {
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  useSingleKeys({ '?': () => setHelpIsOpen(true) });
  return (
    <div className="frame">
      <SkipLink />
      <header className="site-header">
        <div className="site-header-inner">
          <RouterLink to="/" className="brand" aria-label="Samordna, till startsidan">
            <Logo />
            <span>Samordna</span>
          </RouterLink>
          {acting}
          {navigation.length > 0 && <SiteMenu entries={navigation} />}
        </div>
      </header>
      <main id="innehall" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer-inner">
          <p>Samordna: så att inget barn faller mellan stolarna.</p>
          <p className="site-footer-links">
            <Link to="/tillganglighet">Tillgänglighet</Link>
            <Button kind="quiet" icon="keyboard" onPress={() => setHelpIsOpen(true)}>
              Tangentbord
            </Button>
          </p>
        </div>
      </footer>
      <KeyboardHelp isOpen={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </div>
  );
}
