import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { PasswordForm } from './password-form.tsx';

/** `/konto`: who I am to the product, and my password. */
export function AccountPage() {
  const [changed, setChanged] = useState(false);
  const session = useSession();
  return (
    <>
      <PageHeader title="Mitt konto" />
      <Panel title="Dina uppgifter">
        <Loaded query={session}>
          {(own) =>
            own && (
              <Facts
                facts={[
                  { name: 'Namn', value: own.person.name },
                  { name: 'Användarnamn', value: own.username },
                  {
                    name: 'Uppdrag',
                    value: (
                      <ul className="plain-list">
                        {own.assignments.map(({ id, roleName, unit }) => (
                          <li key={id}>
                            {roleName}, {unit.name}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
        <p className="soft after-facts">Stämmer något inte? Administratören för ditt närområde rättar det.</p>
      </Panel>
      <Panel title="Byt lösenord">
        {changed && (
          <Notice tone="success" title="Lösenordet är bytt">
            Du är utloggad på alla andra ställen där du var inloggad.
          </Notice>
        )}
        <PasswordForm current="Lösenordet du har nu" confirm="Byt lösenord" onDone={() => setChanged(true)} />
      </Panel>
    </>
  );
}
