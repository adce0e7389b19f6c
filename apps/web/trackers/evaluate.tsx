import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Navigate } from 'react-router';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Logo } from '../kit/logo.tsx';
import { Notice } from '../kit/notice.tsx';
import { type EvaluationScores, type EvaluationVariant, QUESTIONS, SCALE, VARIANTS } from './evaluation-words.ts';
import { Face } from './face.tsx';
import './trackers.css';

const MAY_GIVE = ['SIP_COORDINATOR', 'REQUESTER'];

/** `/utvardering`: handed over on a tablet. Nothing leads from here to anything else, and nothing of it is kept in the browser. */
export function Evaluate() {
  const query = useSession();
  const from = '/utvardering';
  if (query.data === null) return <Navigate to="/logga-in" replace state={{ from }} />;
  if (query.data && !query.data.acting) return <Navigate to="/valj-uppdrag" replace state={{ from }} />;
  return (
    <div className="evaluate">
      <header>
        <Logo />
        <span>Samordna</span>
      </header>
      <main id="innehall">
        <Loaded query={query}>
          {(session) =>
            MAY_GIVE.includes(session?.acting?.role ?? '') ? (
              <Sitting />
            ) : (
              <Notice tone="info" title="Utvärderingen lämnas över av den som håller i mötet">
                Logga in som samordnare eller i en verksamhet.
              </Notice>
            )
          }
        </Loaded>
      </main>
    </div>
  );
}

/** One person's answers, and then the next one's from the beginning. */
function Sitting() {
  const [variant, setVariant] = useState<EvaluationVariant | null>(null);
  const [thanked, setThanked] = useState(false);
  const restart = () => {
    setVariant(null);
    setThanked(false);
  };
  if (thanked) return <Thanks onDone={restart} />;
  if (!variant) return <Choose onChoose={setVariant} />;
  return <Questions variant={variant} onDone={() => setThanked(true)} onRestart={restart} />;
}

function Title({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = 'Utvärdering – Samordna';
    heading.current?.focus();
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}

function Choose({ onChoose }: { onChoose: (variant: EvaluationVariant) => void }) {
  return (
    <>
      <Title>Hur var mötet?</Title>
      <p className="lead">Åtta frågor. Ingen får veta vad just du svarade. Vem är du?</p>
      <div className="answers">
        {(Object.keys(VARIANTS) as EvaluationVariant[]).map((variant) => (
          <Button key={variant} onPress={() => onChoose(variant)}>
            {VARIANTS[variant].name}
          </Button>
        ))}
      </div>
    </>
  );
}

interface QuestionsProps {
  variant: EvaluationVariant;
  onDone: () => void;
  onRestart: () => void;
}

function Questions({ variant, onDone, onRestart }: QuestionsProps) {
  const [scores, setScores] = useState<Partial<EvaluationScores>>({});
  const [at, setAt] = useState(0);
  const give = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/evaluations', { body: { variant, ...(scores as EvaluationScores) } })),
    onSuccess: onDone,
  });
  const question = QUESTIONS[at];
  const problem = give.error && asProblem(give.error);
  return (
    <>
      {question ? (
        <>
          <p className="soft">
            Fråga {at + 1} av {QUESTIONS.length}
          </p>
          <Title key={question.id}>{question.words[variant]}</Title>
          <div className="answers" role="group" aria-label="Svar">
            {SCALE[variant].map((words, i) => (
              <Button
                key={`${question.id}${words}`}
                onPress={() => {
                  setScores({ ...scores, [question.id]: i + 1 });
                  setAt(at + 1);
                }}
              >
                <Face score={i + 1} />
                {words}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <>
          <Title key="whole">Det var alla frågor</Title>
          {problem && (
            <Notice tone="stop" title={problem.title}>
              {problem.detail}
            </Notice>
          )}
          <Buttons>
            <Button kind="primary" pending={give.isPending} onPress={() => give.mutate()}>
              Lämna svaren
            </Button>
          </Buttons>
        </>
      )}
      <div className="evaluate-back">
        {at > 0 && (
          <Button kind="quiet" icon="left" onPress={() => setAt(at - 1)}>
            Förra frågan
          </Button>
        )}
        <Button kind="quiet" onPress={onRestart}>
          Börja om
        </Button>
      </div>
    </>
  );
}

/** Seconds until the next person's beginning. */
const REST = 15;

function Thanks({ onDone }: { onDone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onDone, REST * 1000);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <>
      <Title>Tack!</Title>
      <p className="lead">Dina svar är lämnade. Nu kan du lämna tillbaka plattan.</p>
      <Buttons>
        <Button onPress={onDone}>Nästa person</Button>
      </Buttons>
    </>
  );
}
