import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { StateTag } from '../kit/state-tag.tsx';
import type { Consent } from './consent.ts';
import { PURPOSES, STANDINGS } from './consent-words.ts';

interface ConsentTableProps {
  consents: Consent[];
  onWithdraw: ((consent: Consent) => void) | undefined;
}

/** Every answer, the latest first. */
export function ConsentTable({ consents, onWithdraw }: ConsentTableProps) {
  return (
    <DataTable
      caption="Svar om samtycke"
      rows={consents}
      rowKey={({ id }) => id}
      columns={[
        { id: 'who', name: 'Vem', cell: ({ name }) => name },
        { id: 'what', name: 'Gäller', cell: (consent) => <What consent={consent} /> },
        { id: 'standing', name: 'Läge', cell: (consent) => <Standing consent={consent} /> },
        { id: 'when', name: 'Svarade', cell: (consent) => <Answered consent={consent} /> },
        ...(onWithdraw ? [withdraw(onWithdraw)] : []),
      ]}
    />
  );
}

const withdraw = (onWithdraw: (consent: Consent) => void): Column<Consent> => ({
  id: 'withdraw',
  name: 'Ändra',
  cell: (consent) =>
    consent.given && !consent.withdrawnOn ? (
      <Button
        kind="quiet"
        label={`Återkalla, ${consent.name}, ${PURPOSES[consent.purpose].name.toLowerCase()}`}
        onPress={() => onWithdraw(consent)}
      >
        Återkalla
      </Button>
    ) : (
      <span className="soft">Inget att ändra</span>
    ),
});

function What({ consent: { purpose, units, categories, exclusions } }: { consent: Consent }) {
  const { content } = useAgreement();
  const nameOf = (code: string) => content?.sip.categories.find((category) => category.code === code)?.name ?? code;
  return (
    <>
      {PURPOSES[purpose].name}
      {purpose === 'DISCLOSURE' && (
        <span className="second-line">
          {categories.map(nameOf).join(', ')}. Till {units.map(({ name }) => name).join(', ')}.
        </span>
      )}
      {exclusions && <span className="second-line">Inte: {exclusions}</span>}
    </>
  );
}

function Standing({ consent }: { consent: Consent }) {
  const { name, tone } = STANDINGS[consent.standing];
  const { validTo, withdrawnOn, withdrawnBy, withdrawalReason } = consent;
  return (
    <>
      <StateTag tone={tone}>{name}</StateTag>
      {consent.standing === 'HOLDS' && validTo && <span className="second-line">till och med {dateText(validTo)}</span>}
      {withdrawnOn && (
        <span className="second-line">
          {dateText(withdrawnOn)}. {withdrawnBy}
          {withdrawalReason && `: ${withdrawalReason}`}
        </span>
      )}
    </>
  );
}

function Answered({ consent: { decidedOn, form, documentedBy, note } }: { consent: Consent }) {
  return (
    <>
      <DateText value={decidedOn} />
      <span className="second-line">{form === 'ORAL' ? `Muntligt, till ${documentedBy}` : 'Skriftligt'}</span>
      {note && <span className="second-line">{note}</span>}
    </>
  );
}
