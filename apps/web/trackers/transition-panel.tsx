import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import type { SipCase } from '../cases/case.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { type Transition, useTransition, useTransitionSteps } from './tracker.ts';
import { TransitionDialog } from './transition-dialog.tsx';

/** Who takes over when the child turns 18, and whose plan it is from then on. */
export function TransitionPanel({ sipCase }: { sipCase: SipCase }) {
  const [changes, setChanges] = useState(false);
  const query = useTransition(sipCase.id);
  const mayChange = sipCase.steps.includes('change') && query.data && query.data.state !== 'DONE';
  return (
    <Panel
      title="Övergång vid 18"
      action={
        mayChange && (
          <Button onPress={() => setChanges(true)}>
            {query.data?.version === 0 ? 'Skriv vem som tar emot' : 'Ändra övergången'}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(transition) => (
          <>
            <TransitionFacts transition={transition} isOpen={sipCase.endedOn === undefined} />
            <TransitionSteps sipCase={sipCase} transition={transition} />
            {changes && <TransitionDialog transition={transition} onClose={() => setChanges(false)} />}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function TransitionFacts({ transition, isOpen }: { transition: Transition; isOpen: boolean }) {
  const { version, phase, adultOn, beginsOn, receiverUnits, outsideReceivers } = transition;
  if (version === 0 && !isOpen) return <p className="soft">Ingen övergång planerades i ärendet.</p>;
  if (version === 0 && phase === 'NOT_YET') {
    return (
      <p className="soft">
        Inte dags än. Barnet fyller 18 år den {dateText(adultOn)}, och övergången börjar planeras den{' '}
        {dateText(beginsOn)}.
      </p>
    );
  }
  return (
    <>
      {isOpen && phase === 'ALARM' && (
        <Notice tone="warning" title="Ingen tar emot ännu">
          Barnet fyller 18 år <DateText value={adultOn} lead="words" />. Skriv vem som tar emot.
        </Notice>
      )}
      {isOpen && phase === 'OF_AGE' && transition.state !== 'DONE' && (
        <Notice tone="warning" title="Den unga är myndig">
          Vårdnadshavarna har ingen rätt till uppgifterna längre. Planen behöver den ungas eget samtycke.
        </Notice>
      )}
      <Facts
        facts={[
          { name: 'Fyller 18', value: <DateText value={adultOn} /> },
          {
            name: 'Tar emot',
            value:
              [
                ...receiverUnits.map(({ name }) => name),
                ...outsideReceivers.map(({ name, contact }) => (contact ? `${name} (${contact})` : name)),
              ].join('\n') || 'Inte bestämt',
          },
          { name: 'Överlämningsmöte', value: <Day value={transition.handoverOn} otherwise="Inte bestämt" /> },
          { name: 'Den unga informerad', value: <Day value={transition.informedOn} otherwise="Inte än" /> },
          ...(transition.note ? [{ name: 'Anteckning', value: transition.note }] : []),
          ...(transition.doneOn ? [{ name: 'Övergången klar', value: <DateText value={transition.doneOn} /> }] : []),
        ]}
      />
    </>
  );
}

const Day = ({ value, otherwise }: { value: string | undefined; otherwise: string }) =>
  value ? <DateText value={value} /> : otherwise;

function TransitionSteps({ sipCase, transition }: { sipCase: SipCase; transition: Transition }) {
  const { begin, complete } = useTransitionSteps(sipCase);
  const [asks, setAsks] = useState(false);
  const problem = begin.error && asProblem(begin.error);
  const mayBegin = sipCase.steps.includes('begin-transition') && transition.phase !== 'NOT_YET';
  return (
    <>
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      <Buttons>
        {mayBegin && (
          <Button kind="primary" pending={begin.isPending} onPress={() => begin.mutate()}>
            Börja övergången
          </Button>
        )}
        {sipCase.steps.includes('end-transition') && (
          <Button kind="primary" onPress={() => setAsks(true)}>
            Gör klart övergången
          </Button>
        )}
      </Buttons>
      <ConfirmDialog
        title="Gör klart övergången"
        confirm="Gör klart övergången"
        isOpen={asks}
        onConfirm={complete}
        onClose={() => setAsks(false)}
      >
        <p>
          Planen fortsätter som den ungas egen, med den ungas eget samtycke. Övergången går sedan inte att ändra. Ska
          ärendet avslutas i stället gör du det under Uppföljning.
        </p>
      </ConfirmDialog>
    </>
  );
}
