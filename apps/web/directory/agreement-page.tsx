import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { AgreementForm } from './agreement-form.tsx';
import { readAgreement } from './agreement-save.ts';

/** `/overenskommelse` */
export function AgreementPage() {
  // Never a copy from before: one's own changes are made in what is in force.
  const query = useQuery({ queryKey: ['agreement', 'edited'], queryFn: readAgreement, gcTime: 0, staleTime: Infinity });
  return (
    <>
      <PageHeader
        title="Överenskommelse"
        lead="Områdets tider, åldrar, samtycke och listor. En ändring blir en ny version, och pågående ärenden behåller den de började med."
      />
      <Loaded query={query}>{(agreement) => <AgreementForm agreement={agreement} />}</Loaded>
      <Versions />
    </>
  );
}

function Versions() {
  const query = useQuery({
    queryKey: ['agreement', 'versions'],
    queryFn: () => answer(api.GET('/api/v1/agreement/versions')),
  });
  return (
    <Panel title="Versioner">
      <Loaded query={query}>
        {({ versions }) => (
          <DataTable
            caption="Versioner av överenskommelsen, den nyaste först"
            rows={versions}
            rowKey={({ version }) => String(version)}
            columns={[
              {
                id: 'version',
                name: 'Version',
                cell: ({ version }) => <Link to={`/overenskommelse/${version}`}>Version {version}</Link>,
              },
              { id: 'from', name: 'Gäller från', cell: ({ validFrom }) => <DateText value={validFrom} /> },
              { id: 'by', name: 'Sparad av', cell: ({ madeBy }) => madeBy ?? 'Samordna' },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
