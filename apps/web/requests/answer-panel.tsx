import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { Link } from '../kit/link.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import type { Answer } from './request.ts';

/** What the team answered at one sitting. */
export function AnswerPanel({ answer }: { answer: Answer }) {
  const { namesOf } = useAgreement();
  const { advice, outcomes, referrals, followUpOn, heldOn, sipRecommendation, sipTakenUpOn } = answer;
  const isCoordinator = useActing().role === 'SIP_COORDINATOR';
  return (
    <Panel
      title={`Svaret från mötet ${dateText(heldOn)}`}
      action={
        <Button kind="quiet" icon="print" onPress={() => window.print()}>
          Skriv ut
        </Button>
      }
    >
      <Facts
        facts={[
          { name: 'Teamets råd', value: advice },
          { name: 'Utfall', value: namesOf('outcomes', outcomes) },
          ...(referrals.length > 0
            ? [{ name: 'Remiss eller ansökan rekommenderas till', value: namesOf('referrals', referrals) }]
            : []),
          ...(followUpOn ? [{ name: 'Följs upp', value: <DateText value={followUpOn} /> }] : []),
          ...(sipRecommendation && !sipTakenUpOn
            ? [{ name: 'SIP', value: <SipRecommendation reference={sipRecommendation} /> }]
            : []),
          ...(sipTakenUpOn ? [{ name: 'SIP påbörjad', value: <DateText value={sipTakenUpOn} /> }] : []),
        ]}
      />
      {isCoordinator && sipRecommendation && !sipTakenUpOn && (
        <div className="after-facts">
          <Link to={`/arenden/nytt?rekommendation=${sipRecommendation}`} kind="secondary">
            Starta SIP-ärende
          </Link>
        </div>
      )}
    </Panel>
  );
}

function SipRecommendation({ reference }: { reference: string }) {
  return (
    <>
      Teamet rekommenderar en SIP. Rekommendationen heter <strong className="reference">{reference}</strong>. Fråga
      vårdnadshavarna om de samtycker, och uppge {reference} när ni startar SIP:en, så följer rådet med.
    </>
  );
}
