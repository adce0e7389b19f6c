import { useParams } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-page.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { type Consents, useConsents } from './consent.ts';

/**
 * `/arenden/:id/samtyckesblankett`: the paper on which the family answers, on one A4. Of a protected child it names kinds of
 * units only: from the name of a school one can tell where the child is.
 */
export function ConsentFormPage() {
  const { id = '' } = useParams();
  return <CaseDoor id={id}>{(sipCase) => <ConsentForm sipCase={sipCase} />}</CaseDoor>;
}

function ConsentForm({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <PageHeader
        title="Samtycke till SIP"
        back={{ to: pathOf(sipCase.id, 'samtycken'), name: `Ärende ${sipCase.reference}` }}
        actions={
          <Button kind="primary" icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <Loaded query={useConsents(sipCase.id)}>{(consents) => <Paper sipCase={sipCase} consents={consents} />}</Loaded>
    </>
  );
}

function Paper({ sipCase, consents }: { sipCase: SipCase; consents: Consents }) {
  const { content, nameOf } = useAgreement();
  if (!content) return null;
  const { categories, legalReferences, days } = content.sip;
  // The law on discharge concerns one kind of SIP only.
  const references = legalReferences.filter(({ code }) => code !== 'DISCHARGE' || sipCase.kind === 'DISCHARGE_SIP');
  const parties = sipCase.parties.filter(({ leftOn }) => !leftOn);
  return (
    <article className="a4 dense">
      <dl className="a4-facts">
        <Fact name="Barnet" value={`${sipCase.child.name}, född ${sipCase.child.birthDate}`} />
        <Fact name="Ärende" value={sipCase.reference} />
        <Fact name="Samordnare" value={`${sipCase.coordinator.name}, ${sipCase.unit.name}`} />
      </dl>
      <p>
        En samordnad individuell plan (SIP) visar vem som gör vad för att hjälpa ditt barn. Den görs bara om ni vill.
        För att de som hjälper barnet ska kunna prata med varandra behöver de också få veta vissa saker. Här svarar ni
        på båda frågorna.
      </p>
      <h2>1. Får en SIP göras?</h2>
      <ul className="a4-checks">
        <Box name="Ja, en SIP får göras" />
        <Box name="Nej" />
      </ul>
      <h2>2. Vilka får veta?</h2>
      <ul className="a4-checks">
        {parties.map(({ id, unit }) => (
          <Box key={id} name={sipCase.guarded ? nameOf('services', unit.service) : unit.name} />
        ))}
        <Box name="Ingen" />
      </ul>
      <h2>3. Vad får de veta?</h2>
      <ul className="a4-checks">
        {categories.map(({ code, name }) => (
          <Box key={code} name={name} />
        ))}
      </ul>
      <h2>4. Är det något som de inte får veta?</h2>
      <Exclusions exclusions={consents.exclusions} />
      <div className="a4-lines" />
      <h2>Så länge gäller det</h2>
      <p>Från dagen ni skriver under till och med ____________________. Högst {days.consentValid} dagar.</p>
      <h2>Ni kan ändra er</h2>
      <p>
        Ni kan när som helst ta tillbaka samtycket, helt eller delvis. Säg till {sipCase.coordinator.name} på{' '}
        {sipCase.unit.name}. Det gäller genast. Det som redan är utlämnat finns kvar hos dem som har fått det. Ni kan få
        veta vem som har fått vad.
      </p>
      <h2>Underskrift</h2>
      {consents.consenters.map(({ consenter, guardianId, name, required }) => (
        <Signature
          key={guardianId ?? consenter}
          name={name}
          as={consenter === 'CHILD' ? (required ? 'Barnet' : 'Barnet, om hen vill') : 'Vårdnadshavare'}
        />
      ))}
      <p className="soft">Grund: {references.map(({ name }) => name).join('; ')}.</p>
    </article>
  );
}

function Exclusions({ exclusions }: Pick<Consents, 'exclusions'>) {
  if (exclusions.length === 0) return null;
  return <p>Ni har sagt: {exclusions.map(({ text }) => text).join(' ')}</p>;
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

function Signature({ name, as }: { name: string; as: string }) {
  return (
    <p className="a4-signature">
      <span>{`${name} (${as})`}</span>
      <span>Ort och datum</span>
    </p>
  );
}
