import { useRef, useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dayText } from '../kit/date-words.ts';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { caseSteps, type SipCase, useCaseStep } from './case.ts';
import { type CasePart, clockName, clockWords, mayEndHere, nextStepOf } from './case-words.ts';
import { OfferDialog } from './offer-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';

type Asked = 'offer' | 'decline' | 'deny' | null;

/** The one thing to do next, and the ways in which the case can end before a plan has been made. */
export function NextStep({ sipCase, part }: { sipCase: SipCase; part: CasePart }) {
  const { id, steps } = sipCase;
  const [asks, setAsks] = useState<Asked>(null);
  const place = useRef<HTMLElement>(null);
  const accept = useCaseStep(id, () => caseSteps(sipCase).accept());
  const problem = accept.error && asProblem(accept.error);
  const may = (step: (typeof steps)[number]) => steps.includes(step);
  const elsewhere = !may('offer') && !may('accept');
  const close = () => setAsks(null);
  // The button or the link goes away with the step: the focus stays where the next one is.
  const stay = () => place.current?.focus();
  const wants = () => accept.mutate(undefined, { onSuccess: stay });
  return (
    <>
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {sipCase.state === 'CONSENT_WITHDRAWN' && part !== 'samtycken' && (
        <Notice tone="warning" title="Samtycket till planen är återkallat">
          <p>Arbetet står stilla: inga möten, ingen ny plan, och inget lämnas ut med samtycke som grund.</p>
        </Notice>
      )}
      <section className="next-step" aria-label="Nästa steg" tabIndex={-1} ref={place}>
        {sipCase.endedOn && <Ended sipCase={sipCase} />}
        <Buttons>
          {may('offer') && (
            <Button kind="primary" onPress={() => setAsks('offer')}>
              Erbjud familjen SIP
            </Button>
          )}
          {may('accept') && (
            <Button kind="primary" pending={accept.isPending} onPress={wants}>
              Familjen vill ha SIP
            </Button>
          )}
          {elsewhere && <Onwards sipCase={sipCase} part={part} onFollow={stay} />}
          {may('decline') && <Button onPress={() => setAsks('decline')}>Familjen tackar nej</Button>}
          {may('deny') && (
            <Button kind="quiet" onPress={() => setAsks('deny')}>
              Neka SIP
            </Button>
          )}
          {mayEndHere(sipCase) && <Link to={`/arenden/${id}/avslut`}>Avsluta ärendet</Link>}
        </Buttons>
        <NextDue sipCase={sipCase} />
      </section>
      <OfferDialog sipCase={sipCase} isOpen={asks === 'offer'} onClose={close} />
      <RefusalDialog sipCase={sipCase} step="decline" isOpen={asks === 'decline'} onClose={close} />
      <RefusalDialog sipCase={sipCase} step="deny" isOpen={asks === 'deny'} onClose={close} />
    </>
  );
}

/** The day that comes first of those to keep, or that has passed. While the work stands still none is counted. */
function NextDue({ sipCase: { clocks, state, endedOn } }: { sipCase: SipCase }) {
  const [next] = clocks.filter(({ metOn }) => !metOn).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (!next || endedOn || state === 'CONSENT_WITHDRAWN') return null;
  return (
    <p className={next.late ? 'due late' : 'due'}>
      {next.late && <Icon name="warning" />}
      <span>
        {clockName(next)}: {clockWords(next)}
        <span className="second-line">{dayText(next.dueOn)}</span>
      </span>
    </p>
  );
}

/** That it has ended, and the way on when the need comes back. */
function Ended({ sipCase: { id, child, endedOn, continuedBy } }: { sipCase: SipCase }) {
  return (
    <p className="case-ended">
      <span>
        Ärendet avslutades <DateText value={endedOn!} />.
      </span>
      {!continuedBy && (
        <Link to={`/arenden/nytt?barn=${child.id}&fortsatter=${id}`} kind="secondary" icon="plus">
          Börja ett nytt ärende
        </Link>
      )}
    </p>
  );
}

/** Leads to the part of the page where the step is taken; there, it only says what the step is. */
function Onwards({ sipCase, part, onFollow }: { sipCase: SipCase; part: CasePart; onFollow: () => void }) {
  const next = nextStepOf(sipCase);
  if (!next) return null;
  if (next.part === part) {
    return (
      <p className="next-here">
        <span className="soft">Nästa steg:</span> <strong>{next.verb}</strong>
      </p>
    );
  }
  return (
    <Link to={next.to} kind="primary" onFollow={onFollow}>
      {next.verb}
    </Link>
  );
}
