import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { Button } from '../kit/button.tsx';
import { dateText } from '../kit/date-words.ts';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { AdviceConflict } from './advice-conflict.tsx';
import { AdviceForm } from './advice-form.tsx';
import type { Sitting } from '../sittings/sitting.ts';
import { type Consultation, useConsultationStep } from './meeting.ts';
import { isAhead } from './sitting-words.ts';
import { useAdvice } from './use-advice.ts';

interface AdvicePanelProps {
  consultation: Consultation;
  sitting: Sitting;
  /** Where one goes when this question is done. */
  onwards: ReactNode;
}

/** The team's side of a question: mark it as held, write the answer, give it. */
export function AdvicePanel({ consultation, sitting, onwards }: AdvicePanelProps) {
  const advice = useAdvice(consultation);
  const { steps } = consultation;
  const [wasOpen] = useState(!isAnswered(consultation));
  return (
    <Panel title={isAnswered(consultation) ? 'Teamets svar' : 'Svara'}>
      {advice.unsent && advice.unsent !== consultation.advice && (
        <Notice tone="warning" title="Någon annan hann före dig">
          <p>Det här hade du skrivit, och det kom inte med:</p>
          <p className="written">{advice.unsent}</p>
          <Button onPress={advice.forgetUnsent}>Ta bort min text</Button>
        </Notice>
      )}
      {steps.includes('hold') && <Hold consultation={consultation} sitting={sitting} />}
      {steps.includes('advise') &&
        (advice.conflict ? (
          <AdviceConflict {...advice.conflict} onKeepMine={advice.keepMine} onTakeSaved={advice.takeSaved} />
        ) : (
          <AdviceForm consultation={consultation} advice={advice} />
        ))}
      {isAnswered(consultation) && (
        <>
          <GivenAnswer consultation={consultation} takesFocus={wasOpen} />
          <p className="onwards">{onwards}</p>
        </>
      )}
      <LeaveDialog leaving={advice.leaving} />
    </Panel>
  );
}

const isAnswered = ({ state }: Consultation) => state === 'CONCLUDED';

function Hold({ consultation, sitting }: { consultation: Consultation; sitting: Sitting }) {
  const { id, version } = consultation;
  const step = useConsultationStep(id, () =>
    answer(api.POST('/api/v1/consultations/{id}/holding', { params: { path: { id }, header: ifMatch(version) } })),
  );
  if (isAhead(sitting)) {
    return (
      <p>Mötet är {dateText(sitting.startsAt)}. Den dagen markerar ni frågan som hållen och skriver svaret här.</p>
    );
  }
  const refused = step.error && asProblem(step.error);
  return (
    <>
      <p className="before-button">
        Har ni tagit upp frågan? Markera den som hållen. Då räknas den i årets siffra, och ni kan skriva svaret här.
      </p>
      {refused && (
        <Notice tone="stop" title={refused.title}>
          {refused.detail}
        </Notice>
      )}
      <Button kind="primary" pending={step.isPending} onPress={() => step.mutate()}>
        Markera som hållen
      </Button>
    </>
  );
}

function GivenAnswer({ consultation, takesFocus }: { consultation: Consultation; takesFocus: boolean }) {
  const { namesOf } = useAgreement();
  const { unit, advice, outcomes, referrals, followUpOn, sipRecommendation } = consultation;
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) start.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="sheet" tabIndex={-1} ref={start}>
      <Notice tone="success" title="Svaret är lämnat">
        {unit.name} kan läsa det nu.
      </Notice>
      <p className="written">{advice}</p>
      <Facts
        facts={[
          { name: 'Utfall', value: namesOf('outcomes', outcomes) },
          ...(referrals.length > 0
            ? [{ name: 'Remiss eller ansökan till', value: namesOf('referrals', referrals) }]
            : []),
          ...(followUpOn ? [{ name: 'Följs upp', value: dateText(followUpOn) }] : []),
          ...(sipRecommendation ? [{ name: 'Rekommendation att starta SIP', value: sipRecommendation }] : []),
        ]}
      />
    </div>
  );
}
