import { useAgreement } from '../agreement/use-agreement.ts';
import { DateText } from '../kit/date-text.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import type { Request } from './request.ts';

/** The question as it was asked. */
export function RequestFacts({ request }: { request: Request }) {
  const { nameOf, namesOf } = useAgreement();
  const { question, themes, ageBand, tried, services, unit, authorName, submittedAt } = request;
  return (
    <Panel title="Frågan">
      <Facts
        facts={[
          { name: 'Vad man vill ha hjälp med', value: question },
          { name: 'Handlar om', value: namesOf('themes', themes) },
          { name: 'Barnets ålder', value: ageBand ? nameOf('ageBands', ageBand) : 'Inte valt' },
          { name: 'Vad som har prövats', value: tried },
          { name: 'Redan inblandade', value: namesOf('services', services) },
          { name: 'Frågar', value: `${authorName}, ${unit.name}` },
          ...(submittedAt ? [{ name: 'Inskickad', value: <DateText value={submittedAt} /> }] : []),
        ]}
      />
    </Panel>
  );
}
