import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Link } from '../kit/link.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import type { SipCase } from './case.ts';
import { ASKERS, KINDS, pathOf } from './case-words.ts';
import { NeedDialog } from './need-dialog.tsx';

/** Why there is a case, what its meeting is to answer, and how the child takes part. */
export function NeedPanel({ sipCase }: { sipCase: SipCase }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="Behovet"
      action={sipCase.steps.includes('change') && <Button onPress={() => setOpen(true)}>Ändra</Button>}
    >
      <Facts facts={factsOf(sipCase)} />
      {isOpen && <NeedDialog sipCase={sipCase} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function factsOf(sipCase: SipCase) {
  const { need, questions, participation, kind, needOn, askedBy, initiatingUnit } = sipCase;
  return [
    { name: 'Vad som behöver samordnas', value: need },
    { name: 'Frågor som mötet ska svara på', value: <Questions questions={questions} /> },
    { name: 'Hur barnet är med på mötet', value: participation || 'Inte bestämt än' },
    { name: 'Slag av SIP', value: KINDS[kind].name },
    { name: 'Behovet sågs', value: <DateText value={needOn} /> },
    { name: 'Bad om SIP', value: `${ASKERS[askedBy]}. ${initiatingUnit.name} tog initiativet.` },
    ...laterFacts(sipCase),
  ];
}

/** What comes as the case goes on: only what is there. */
function laterFacts(sipCase: SipCase) {
  const { dischargeReadyOn, informed, childInformed, refusal, endedOn, closingNote, takenUp } = sipCase;
  const { continues, continuedBy } = sipCase;
  const dated = (name: string, value: string | undefined) =>
    value ? [{ name, value: <DateText value={value} /> }] : [];
  const told = (name: string, value: string | undefined) => (value ? [{ name, value }] : []);
  const linked = (name: string, to: SipCase['continues']) =>
    to ? [{ name, value: <Reference to={pathOf(to.id)} reference={to.reference} /> }] : [];
  return [
    ...dated('Utskrivningsklar', dischargeReadyOn),
    ...told('Hur familjen informerades', informed),
    ...told('Hur barnet informerades', childInformed),
    ...(takenUp
      ? [
          {
            name: 'Efter konsultationsteamets rekommendation',
            value: <Reference to={`/fragor/${takenUp.requestId}`} reference={takenUp.requestReference} />,
          },
        ]
      : []),
    ...linked('Fortsätter', continues),
    ...told('Varför det blev nej', refusal),
    ...dated('Avslutat', endedOn),
    ...told('Hur det slutade', closingNote),
    ...linked('Fortsätter i', continuedBy),
  ];
}

function Reference({ to, reference }: { to: string; reference: string }) {
  return (
    <Link to={to}>
      <span className="reference">{reference}</span>
    </Link>
  );
}

function Questions({ questions }: { questions: string[] }) {
  if (questions.length === 0) return 'Inga än';
  return (
    <ol className="questions">
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  );
}
