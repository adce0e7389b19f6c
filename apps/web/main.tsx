import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './kit/tokens.css';
import './kit/base.css';
import './kit/controls.css';
import './kit/content.css';
import './kit/table.css';
import './kit/rows.css';
import './kit/code.css';
import './kit/overlay.css';
import './kit/shell.css';
import './children/children.css';
import './requests/requests.css';
import './triage/triage.css';
import './sittings/sittings.css';
import './cases/cases.css';
import './consents/consents.css';
import './meeting/meeting.css';
import './plans/plans.css';
import './sip-plans/sip-plans.css';
import './session/session.css';
import './directory/directory.css';
import './kit/print.css';

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
