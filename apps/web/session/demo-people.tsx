import { useQuery } from '@tanstack/react-query';
import { Button as AriaButton } from 'react-aria-components';
import { answer, api } from '../api/client.ts';
import type { Credentials } from '../api/session.ts';
import { Panel } from '../kit/panel.tsx';

/** In a demo: who one can try the product as. A press fills in the form. */
export function DemoPeople({ onChoose }: { onChoose: (credentials: Credentials) => void }) {
  const { data } = useQuery({
    queryKey: ['demo'],
    queryFn: () => answer(api.GET('/api/v1/demo')),
    staleTime: Infinity,
  });
  if (!data || data.people.length === 0) return null;
  return (
    <Panel title="Prova som …">
      <p className="soft">Det här är en demo med påhittade personer. Välj en, så fylls uppgifterna i.</p>
      <ul className="demo-people">
        {data.people.map(({ name, roles, username, password }) => (
          <li key={username}>
            <AriaButton className="demo-person" onPress={() => onChoose({ username, password })}>
              <span className="demo-name">{name}</span>
              <span className="demo-roles">{roles.join(' · ')}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
