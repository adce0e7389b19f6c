import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { DateText } from '../kit/date-text.tsx';
import { download } from '../kit/download.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { LogEvents } from './log-events.tsx';
import { LOG_KEY } from './log-search.ts';

type LogHead = components['schemas']['LogHeadView'];

/** The log reviewer's start page. */
export function LogPage() {
  return (
    <>
      <PageHeader
        title="Loggen"
        lead="Vem som har läst och gjort vad. Inget i loggen kan ändras utan att det syns."
        actions={
          <Button icon="refresh" onPress={() => void queryClient.invalidateQueries({ queryKey: LOG_KEY })}>
            Läs in igen
          </Button>
        }
      />
      <HaltNotice />
      <LogEvents />
      <Head />
      <Export />
    </>
  );
}

const useHead = () => useQuery({ queryKey: [...LOG_KEY, 'head'], queryFn: () => answer(api.GET('/api/v1/log/head')) });

/** Stands above everything else: until it is mended the log grows no further. */
function HaltNotice() {
  const since = useHead().data?.haltedSince;
  if (!since) return null;
  return (
    <Notice tone="warning" title="Loggen har stannat">
      Sedan <DateText value={since} time /> stämmer loggen inte med sin senaste kontrollpunkt: något i databasen är
      skadat eller ändrat. Det som händer sparas, men syns inte här förrän loggen är återställd. Säg till den som sköter
      driften genast.
    </Notice>
  );
}

function Head() {
  return (
    <Panel title="Så här ser loggen ut nu">
      <Loaded query={useHead()}>{(head) => <HeadFacts head={head} />}</Loaded>
    </Panel>
  );
}

function HeadFacts({ head: { size, signedAt, checkpoint, verifierKey } }: { head: LogHead }) {
  return (
    <>
      <Facts
        facts={[
          { name: 'Förseglade händelser', value: size.toLocaleString('sv-SE') },
          { name: 'Förseglad', value: <DateText value={signedAt} time /> },
          { name: 'Kontrollpunkt, signerad', value: <Copyable name="kontrollpunkten" text={checkpoint} /> },
          { name: 'Nyckel att kontrollera den med', value: <Copyable name="nyckeln" text={verifierKey} /> },
        ]}
      />
      <p className="prose before-button after-facts">
        Spara kontrollpunkten utanför Samordna då och då. Då märks det om någon skulle ta bort det som har hänt sedan.
      </p>
      <Buttons>
        <Button onPress={() => download(`kontrollpunkt-${size}.txt`, checkpoint)}>Ladda ner kontrollpunkten</Button>
      </Buttons>
    </>
  );
}

function Export() {
  return (
    <Panel title="Exportera">
      <p className="prose before-button">
        Filen har hela loggen med kontrollvärden och kontrollpunkter. Den som har den kan kontrollera loggen och räkna
        om siffrorna, utan nät och utan databas: <code>npm run verify -- fil.tar</code> i Samordnas källkod. Den visar
        vilket uppdrag som gjorde vad, så spara den där bara behöriga kommer åt den.
      </p>
      <a className="button primary" href="/api/v1/log/export" download>
        Exportera loggen
      </a>
    </Panel>
  );
}
