import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { Facts, Panel } from '../kit/panel.tsx';
import type { Answer } from './request.ts';

/** What the team answered at one sitting. */
export function AnswerPanel({ answer }: { answer: Answer }) {
  const { namesOf } = useAgreement();
  const { advice, outcomes, referrals, followUpOn, heldOn, sipRecommendation } = answer;
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
          ...(sipRecommendation ? [{ name: 'SIP', value: <SipRecommendation reference={sipRecommendation} /> }] : []),
        ]}
      />
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
