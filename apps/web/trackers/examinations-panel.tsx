import { useState } from 'react';
import type { SipCase } from '../cases/case.ts';
import { Button } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import './trackers.css';
import { ExaminationDialog } from './examination-dialog.tsx';
import { EXAMINATION_NAMES } from './tracker-words.ts';
import { type Examination, type ExaminationKind, useExaminations } from './tracker.ts';

/** The three health examinations of a child who has been placed. */
export function ExaminationsPanel({ sipCase }: { sipCase: SipCase }) {
  const [changed, setChanged] = useState<ExaminationKind | null>(null);
  const mayChange = sipCase.steps.includes('change');
  return (
    <Panel title="Hälsoundersökning av placerat barn">
      <Loaded query={useExaminations(sipCase.id)}>
        {(examinations) => (
          <>
            {examinations.every(isEmpty) && (
              <p className="soft">
                {mayChange
                  ? 'Är barnet placerat? Socialtjänsten begär tre undersökningar och regionen erbjuder dem inom fyra veckor.'
                  : 'Ingen undersökning är antecknad.'}
              </p>
            )}
            <ul className="rows examinations">
              {examinations
                .filter((one) => mayChange || !isEmpty(one))
                .map((examination) => (
                  <li key={examination.kind}>
                    <h3>{EXAMINATION_NAMES[examination.kind]}</h3>
                    {!isEmpty(examination) && <ExaminationFacts examination={examination} />}
                    {mayChange && (
                      <Button
                        label={`${isEmpty(examination) ? 'Anteckna' : 'Ändra'} ${EXAMINATION_NAMES[examination.kind].toLowerCase()}`}
                        onPress={() => setChanged(examination.kind)}
                      >
                        {isEmpty(examination) ? 'Anteckna' : 'Ändra'}
                      </Button>
                    )}
                    {changed === examination.kind && (
                      <ExaminationDialog
                        caseId={sipCase.id}
                        examination={examination}
                        onClose={() => setChanged(null)}
                      />
                    )}
                  </li>
                ))}
            </ul>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

const isEmpty = ({ requestedOn, notNeededReason, referral }: Examination): boolean =>
  !requestedOn && !notNeededReason && !referral;

function ExaminationFacts({ examination }: { examination: Examination }) {
  const { requestedOn, offeredOn, heldOn, statementOn, offerDueOn, late, notNeededReason, referral } = examination;
  const days = [
    { name: 'Begärd', day: requestedOn },
    { name: 'Erbjuden', day: offeredOn },
    { name: 'Gjord', day: heldOn },
    { name: 'Utlåtandet kom', day: statementOn },
  ].flatMap(({ name, day }) => (day ? [{ name, value: <DateText value={day} /> }] : []));
  const waits = offerDueOn && !offeredOn && !notNeededReason;
  return (
    <>
      {late && (
        <Notice tone="warning" title={offeredOn ? 'Erbjuden för sent' : 'Skulle ha erbjudits'}>
          Senast <DateText value={offerDueOn!} />.
        </Notice>
      )}
      <Facts
        facts={[
          ...days,
          ...(waits && !late ? [{ name: 'Ska erbjudas senast', value: <DateText value={offerDueOn} /> }] : []),
          ...(notNeededReason ? [{ name: 'Behövs inte', value: notNeededReason }] : []),
          ...(referral ? [{ name: 'Remiss vidare', value: referral }] : []),
        ]}
      />
    </>
  );
}
