import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { DateText } from '../kit/date-text.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { NotFound } from '../shell/refusals.tsx';
import { changesOf, textOf } from './agreement-changes.ts';
import { type Agreement, FIELDS, listAt, LISTS } from './agreement-fields.ts';
import { readVersion } from './agreement-save.ts';
import { Changes } from './changes.tsx';

/** `/overenskommelse/:version` */
export function AgreementVersion() {
  const version = Number(useParams()['version']);
  return Number.isInteger(version) && version > 0 ? <Version version={version} /> : <NotFound />;
}

function Version({ version }: { version: number }) {
  const query = useQuery({
    queryKey: ['agreement', 'read', version],
    queryFn: async () => {
      const [agreement, former] = await Promise.all([
        readVersion(version),
        version > 1 ? readVersion(version - 1) : undefined,
      ]);
      return { agreement, former };
    },
    staleTime: Infinity,
  });
  return (
    <Loaded query={query} page>
      {({ agreement, former }) => (
        <>
          <PageHeader
            title={`Överenskommelsen, version ${version}`}
            back={{ to: '/overenskommelse', name: 'Överenskommelse' }}
            lead={
              <>
                Gäller från <DateText value={agreement.validFrom} />
              </>
            }
          />
          {former && (
            <Panel title={`Ändrat sedan version ${version - 1}`}>
              <ChangesSince former={former} agreement={agreement} />
            </Panel>
          )}
          <Panel title="Hela versionen">
            <div className="version-facts">
              <Facts facts={factsOf(agreement)} />
            </div>
          </Panel>
        </>
      )}
    </Loaded>
  );
}

function ChangesSince({ former, agreement }: { former: Agreement; agreement: Agreement }) {
  const changes = changesOf(former.content, agreement.content);
  return changes.length === 0 ? <p className="soft">Inget är ändrat.</p> : <Changes changes={changes} />;
}

function factsOf({ content }: Agreement) {
  const fields = FIELDS.map(({ path, label }) => ({ name: label, value: textOf(content, path) || '–' }));
  const lists = LISTS.map(({ path, label }) => ({
    name: label,
    value:
      listAt(content, path)
        .map(({ name }) => name)
        .join('\n') || '–',
  }));
  return [...fields, ...lists];
}
