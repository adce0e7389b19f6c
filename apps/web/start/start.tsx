import type { Role } from '../api/session.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';

const PAGES: Record<Role, { title: string; lead: string; empty: string }> = {
  REQUESTER: {
    title: 'Mina frågor',
    lead: 'Frågor från din enhet till konsultationsteamet, och svaren på dem.',
    empty: 'Här samlas de frågor som din enhet ställer.',
  },
  SIP_COORDINATOR: {
    title: 'Min dag',
    lead: 'Det som är sent, det som är näst på tur och veckans möten.',
    empty: 'Här samlas frågor som väntar på dig.',
  },
  TEAM_MEMBER: {
    title: 'Nästa möte',
    lead: 'Dagordningen och underlagen till teamets nästa möte.',
    empty: 'Här visas mötet när samordnaren har lagt in det.',
  },
  MANAGER: {
    title: 'Handlingsplan',
    lead: 'Årets mål och hur det går, räknat ur det som har hänt.',
    empty: 'Här visas handlingsplanens mål och mått.',
  },
  LOG_REVIEWER: {
    title: 'Loggranskning',
    lead: 'Vem som har läst vad, och att det har granskats.',
    empty: 'Här samlas de granskningar som har gjorts.',
  },
  AREA_ADMINISTRATOR: {
    title: 'Närområdet',
    lead: 'Enheter, personer och uppdrag, och vad överenskommelsen säger.',
    empty: 'Här läggs enheter och personer till.',
  },
};

export function Start() {
  const { title, lead, empty } = PAGES[useActing().role];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Panel>
        <EmptyState>{empty}</EmptyState>
      </Panel>
    </>
  );
}
