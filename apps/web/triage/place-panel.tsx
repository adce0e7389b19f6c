import { useForm } from 'react-hook-form';
import { useLiveQuery } from '../api/live.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { momentText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextField } from '../kit/text-field.tsx';
import { type Placement, type Request, SITTINGS_KEY, stepsWith, useStep } from '../requests/request.ts';
import { freeMinutes, freeWords, SITTING_KINDS, type SittingRow, useSittings } from '../sittings/sitting.ts';

const USUAL_MINUTES = '20';

/** Which of the team's meetings the question is taken up at. */
export function PlacePanel({ request }: { request: Request }) {
  const { state, steps, sitting, answers } = request;
  if ((state === 'SCHEDULED' || state === 'HELD') && sitting) return <Placed request={request} sitting={sitting} />;
  if (!steps.includes('place')) return null;
  return (
    <Panel title={answers.length > 0 ? 'Ta upp på ett möte till' : 'Lägg på ett möte'}>
      <SittingChoice request={request} />
    </Panel>
  );
}

function Placed({ request, sitting }: { request: Request; sitting: NonNullable<Request['sitting']> }) {
  const takeOff = useStep(request.id, () => stepsWith(request).takeOff());
  const refused = takeOff.error && asProblem(takeOff.error);
  return (
    <Panel title="På mötet">
      {refused && (
        <Notice tone="stop" title={refused.title}>
          {refused.detail}
        </Notice>
      )}
      <p>
        {momentText(sitting.startsAt)}, {sitting.place}
      </p>
      <Buttons>
        <Link to={`/moten/${sitting.id}`} kind="secondary">
          Visa dagordningen
        </Link>
        <Link to={`/moten/${sitting.id}/rum`} kind="secondary">
          Öppna mötet
        </Link>
        {request.steps.includes('remove') && (
          <Button kind="quiet" pending={takeOff.isPending} onPress={() => takeOff.mutate()}>
            Ta bort från mötet
          </Button>
        )}
      </Buttons>
    </Panel>
  );
}

function SittingChoice({ request }: { request: Request }) {
  useLiveQuery(SITTING_KINDS, SITTINGS_KEY);
  return (
    <Loaded query={useSittings('COMING')}>
      {({ sittings }) =>
        sittings.length === 0 ? (
          <EmptyState
            title="Inga kommande möten"
            action={
              <Link to="/moten/nytt" kind="secondary">
                Planera ett möte
              </Link>
            }
          />
        ) : (
          <PlaceForm request={request} sittings={sittings} />
        )
      }
    </Loaded>
  );
}

function PlaceForm({ request, sittings }: { request: Request; sittings: SittingRow[] }) {
  const form = useForm({ defaultValues: { sittingId: '', minutes: USUAL_MINUTES } });
  const { problem, refuse, clear } = useProblem(form);
  const place = useStep(request.id, (placement: Placement) => stepsWith(request).place(placement));
  const sitting = useField(form.control, 'sittingId', 'Välj ett möte.');
  const minutes = useField(form.control, 'minutes', 'Skriv antal minuter, 5 till 240.');
  const chosen = sittings.find(({ id }) => id === sitting.value);
  const over = chosen && Number(minutes.value) - freeMinutes(chosen);

  const send = form.handleSubmit((values) => {
    clear();
    place.mutate({ sittingId: values.sittingId, minutes: Number(values.minutes) }, { onError: refuse });
  });

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problem={problem} />
      <RadioGroup
        label="Vilket möte?"
        choices={sittings.map((coming) => ({
          value: coming.id,
          name: momentText(coming.startsAt),
          help: `${coming.place}, ${freeWords(coming)}`,
        }))}
        {...sitting}
      />
      <TextField label="Hur många minuter?" width="short" {...minutes} />
      {over !== undefined && over > 0 && (
        <Notice tone="warning" title="Mötet räcker inte till">
          Dagordningen blir {over} minuter längre än mötet. Du kan lägga frågan där ändå, och korta sedan.
        </Notice>
      )}
      <Buttons>
        <Button kind="primary" type="submit" pending={place.isPending}>
          Lägg på mötet
        </Button>
      </Buttons>
    </form>
  );
}
