import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { caseSteps, type SipCase, useCaseStep } from './case.ts';
import { type CasePart, nextStepOn } from './case-words.ts';
import { OfferDialog } from './offer-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';

type Asked = 'offer' | 'decline' | 'deny' | null;

/** The one thing to do next, and the ways in which the case can end before a plan has been made. */
export function NextStep({ sipCase, part }: { sipCase: SipCase; part: CasePart }) {
  const { id, steps } = sipCase;
  const [asks, setAsks] = useState<Asked>(null);
  const accept = useCaseStep(id, () => caseSteps(sipCase).accept());
  const problem = accept.error && asProblem(accept.error);
  const may = (step: (typeof steps)[number]) => steps.includes(step);
  const elsewhere = !may('offer') && !may('accept');
  const close = () => setAsks(null);
  return (
    <>
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      <div className="next-step">
        <Buttons>
          {may('offer') && (
            <Button kind="primary" onPress={() => setAsks('offer')}>
              Erbjud familjen SIP
            </Button>
          )}
          {may('accept') && (
            <Button kind="primary" pending={accept.isPending} onPress={() => accept.mutate()}>
              Familjen vill ha SIP
            </Button>
          )}
          {elsewhere && <Onwards sipCase={sipCase} part={part} />}
          {may('decline') && <Button onPress={() => setAsks('decline')}>Familjen tackar nej</Button>}
          {may('deny') && (
            <Button kind="quiet" onPress={() => setAsks('deny')}>
              Neka SIP
            </Button>
          )}
          {may('close') && mayEndHere(sipCase) && <Link to={`/arenden/${id}/avslut`}>Avsluta ärendet</Link>}
        </Buttons>
      </div>
      <OfferDialog sipCase={sipCase} isOpen={asks === 'offer'} onClose={close} />
      <RefusalDialog sipCase={sipCase} step="decline" isOpen={asks === 'decline'} onClose={close} />
      <RefusalDialog sipCase={sipCase} step="deny" isOpen={asks === 'deny'} onClose={close} />
    </>
  );
}

/** A case ends before there is a plan, or when its plan has been followed up; otherwise it is followed up first. */
const mayEndHere = ({ planNumber, state }: SipCase): boolean => planNumber === 0 || state === 'FOLLOW_UP_HELD';

/** Leads to the part of the page where the step is taken; there, it only says what the step is. */
function Onwards({ sipCase, part }: { sipCase: SipCase; part: CasePart }) {
  const next = nextStepOn(sipCase);
  if (!next) return null;
  if (next.part === part) {
    return (
      <p className="next-here">
        <span className="soft">Nästa steg:</span> <strong>{next.verb}</strong>
      </p>
    );
  }
  return (
    <Link to={next.to} kind="primary">
      {next.verb}
    </Link>
  );
}
