import { useParams } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { momentText } from '../kit/date-words.ts';
import { Icon } from '../kit/icon.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { type Request, useRequest } from '../requests/request.ts';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { type PreparationFields, usePreparation } from './preparation.ts';

/** `/fragor/:id/underlag`: all that the team needs about one question, on one A4. */
export function PreparationSheet() {
  const { id = '' } = useParams();
  const { role } = useActing();
  if (role !== 'SIP_COORDINATOR' && role !== 'TEAM_MEMBER') return <NotYourPage />;
  return <Sheet id={id} />;
}

function Sheet({ id }: { id: string }) {
  const request = useRequest(id);
  const preparation = usePreparation(id);
  return (
    <Loaded query={request} page>
      {(read) => <Loaded query={preparation}>{(prepared) => <OneA4 request={read} preparation={prepared} />}</Loaded>}
    </Loaded>
  );
}

function OneA4({ request, preparation }: { request: Request; preparation: PreparationFields }) {
  const { nameOf, namesOf, choicesOf } = useAgreement();
  const { id, reference, unit, question, tried, themes, ageBand, services, sitting } = request;
  const isCoordinator = useActing().role === 'SIP_COORDINATOR';
  return (
    <>
      <PageHeader
        title={`Underlag ${reference}`}
        back={isCoordinator ? { to: `/fragor/${id}`, name: `Fråga ${reference}` } : { to: '/', name: 'Nästa möte' }}
        actions={
          <Button kind="primary" icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <article className={densityOf(request, preparation)}>
        <dl className="a4-facts">
          <Fact name="Möte" value={sitting ? `${momentText(sitting.startsAt)}, ${sitting.place}` : 'Inte bestämt'} />
          <Fact name="Frågar" value={unit.name} />
          <Fact name="Ålder" value={ageBand ? nameOf('ageBands', ageBand) : ''} />
          <Fact name="Handlar om" value={namesOf('themes', themes)} />
          <Fact name="Redan inblandade" value={namesOf('services', services)} />
        </dl>
        <h2>Frågan</h2>
        <p className="written">{question}</p>
        <h2>Vad som har prövats</h2>
        <p className="written">{tried}</p>
        {preparation.note && (
          <>
            <h2>Anteckning från samordnaren</h2>
            <p className="written">{preparation.note}</p>
          </>
        )}
        <h2>Inför mötet</h2>
        <ul className="a4-checks">
          {choicesOf('preparationChecks').map(({ value, name }) => (
            <Check key={value} name={name} done={preparation.checks.includes(value)} />
          ))}
        </ul>
        <h2>Egna anteckningar</h2>
        <div className="a4-notes" />
      </article>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Check({ name, done }: { name: string; done: boolean }) {
  return (
    <li>
      <span className="a4-box" aria-hidden="true">
        {done && <Icon name="tick" />}
      </span>
      {name}
      <span className="visually-hidden">{done ? ' (klart)' : ' (inte klart)'}</span>
    </li>
  );
}

/** How small the text is printed, by about how many characters then fit on the page. */
function densityOf({ question, tried }: Request, { note }: PreparationFields): string {
  const characters = question.length + tried.length + note.length;
  if (characters <= 1500) return 'a4';
  if (characters <= 5000) return 'a4 dense';
  return characters <= 7000 ? 'a4 denser' : 'a4 densest';
}
