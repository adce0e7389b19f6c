import { useAgreement } from '../agreement/use-agreement.ts';
import type { SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button } from '../kit/button.tsx';
import { dateText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { type Consenter, useConsents } from './consent.ts';
import { exclusionsOf, whoOf } from './consent-words.ts';

/**
 * `/arenden/:id/samtyckesblankett`: the papers on which the family answers, one A4 for each person: what one guardian has left out
 * is not for the other to read. Of a protected child they name kinds of units only: from the name of a school one can tell where
 * the child is.
 */
export const ConsentFormPage = () => <CaseDoor>{(sipCase) => <ConsentForm sipCase={sipCase} />}</CaseDoor>;

function ConsentForm({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <PageHeader
        title="Blanketter för samtycke"
        lead="En för var och en. Det den ena har undantagit står inte på den andras."
        back={{ to: pathOf(sipCase.id, 'samtycken'), name: `Ärende ${sipCase.reference}` }}
        actions={
          <Button kind="primary" icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <Loaded query={useConsents(sipCase.id)}>
        {({ consenters, consents }) => (
          <div className="sheets">
            {consenters.filter(isAsked).map((consenter) => (
              <Paper
                key={whoOf(consenter)}
                sipCase={sipCase}
                consenter={consenter}
                exclusions={exclusionsOf(consenter, consents)}
              />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Whose consent is needed, and the child always. */
const isAsked = ({ consenter, required }: Consenter): boolean => required || consenter === 'CHILD';

interface PaperProps {
  sipCase: SipCase;
  consenter: Consenter;
  exclusions: string[];
}

function Paper({ sipCase, consenter, exclusions }: PaperProps) {
  const { content, nameOf } = useAgreement();
  if (!content) return null;
  const { categories, legalReferences, days } = content.sip;
  // The law on discharge concerns one kind of SIP only.
  const references = legalReferences.filter(({ code }) => code !== 'DISCHARGE' || sipCase.kind === 'DISCHARGE_SIP');
  const isChild = consenter.consenter === 'CHILD';
  const parties = sipCase.parties.filter(({ leftOn }) => !leftOn);
  return (
    <article className="a4 dense">
      <h2>Samtycke till SIP</h2>
      <dl className="a4-facts">
        <Fact name="Barnet" value={`${sipCase.child.name}, född ${dateText(sipCase.child.birthDate)}`} />
        <Fact name="Ärende" value={sipCase.reference} />
        <Fact name="Samordnare" value={`${sipCase.coordinator.name}, ${sipCase.unit.name}`} />
      </dl>
      <p>
        En samordnad individuell plan (SIP) visar vem som gör vad för att hjälpa {isChild ? 'dig' : 'barnet'}. Den görs
        bara om ni i familjen vill. För att de som hjälper ska kunna prata med varandra behöver de också få veta vissa
        saker. Här svarar du på båda frågorna.
      </p>
      <h3>1. Får en SIP göras?</h3>
      <ul className="a4-checks">
        <Box name="Ja, en SIP får göras" />
        <Box name="Nej" />
      </ul>
      <h3>2. Vilka får veta?</h3>
      <ul className="a4-checks">
        {parties.map(({ id, unit }) => (
          <Box key={id} name={sipCase.guarded ? nameOf('services', unit.service) : unit.name} />
        ))}
        <Box name="Ingen" />
      </ul>
      <h3>3. Vad får de veta?</h3>
      <ul className="a4-checks">
        {categories.map(({ code, name }) => (
          <Box key={code} name={name} />
        ))}
      </ul>
      <h3>4. Är det något som de inte får veta?</h3>
      {exclusions.length > 0 && <p>Du har sagt: {exclusions.join(' ')}</p>}
      <div className="a4-lines" />
      <h3>Så länge gäller det</h3>
      <p>Från dagen du skriver under till och med ____________________. Högst {days.consentValid} dagar.</p>
      <h3>Du kan ändra dig</h3>
      <p>
        Du kan när som helst ta tillbaka samtycket, helt eller delvis. Säg till {sipCase.coordinator.name} på{' '}
        {sipCase.unit.name}. Det gäller genast. Det som redan är utlämnat finns kvar hos dem som har fått det. Du kan få
        veta vem som har fått vad.
      </p>
      <h3>Underskrift</h3>
      <p className="a4-signature">
        <span>{`${consenter.name} (${signsAs(consenter)})`}</span>
        <span>Ort och datum</span>
      </p>
      <p className="soft">Grund: {references.map(({ name }) => name).join('; ')}.</p>
    </article>
  );
}

function signsAs({ consenter, required }: Consenter): string {
  if (consenter === 'GUARDIAN') return 'vårdnadshavare';
  return required ? 'barnet' : 'barnet, om hen vill';
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Box({ name }: { name: string }) {
  return (
    <li>
      <span className="a4-box" aria-hidden="true" />
      {name}
    </li>
  );
}
