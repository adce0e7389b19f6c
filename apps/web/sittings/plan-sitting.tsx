import { useMutation } from '@tanstack/react-query';
import { type Control, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.ts';
import { useCreationKey } from '../api/creation-key.ts';
import { queryClient } from '../api/query.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { useUnits } from '../directory/directory.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { SITTINGS_KEY } from '../requests/request.ts';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { type SittingPlan, sittingKey } from './sitting.ts';

/** `/moten/nytt` */
export function PlanSitting() {
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return (
    <>
      <PageHeader title="Planera ett möte" back={{ to: '/moten', name: 'Möten' }} />
      <Panel>
        <PlanForm />
      </Panel>
    </>
  );
}

function PlanForm() {
  const form = useForm({ defaultValues: { day: '', startsAt: '', minutes: '120', place: '', teamId: '' } });
  const { problem, refuse, clear } = useProblem(form);
  const creation = useCreationKey();
  const teams = useUnits().data?.teams ?? [];
  const navigate = useNavigate();
  const plan = useMutation({
    mutationFn: (body: SittingPlan) =>
      answer(api.POST('/api/v1/sittings', { params: { header: creation.header() }, body })),
    onSuccess: (sitting) => {
      queryClient.setQueryData(sittingKey(sitting.id), sitting);
      void queryClient.invalidateQueries({ queryKey: SITTINGS_KEY });
      void navigate(`/moten/${sitting.id}`, { replace: true });
    },
    onError: (error) => {
      if (asProblem(error).status !== 0) creation.renew();
      refuse(error);
    },
  });

  const send = form.handleSubmit(({ day, startsAt, minutes, place, teamId }) => {
    clear();
    plan.mutate({ startsAt: `${day}T${startsAt}`, minutes: Number(minutes), place, ...(teamId && { teamId }) });
  });

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problem={problem} />
      {teams.length > 1 && <TeamField control={form.control} teams={teams} />}
      <TextField label="Dag" type="date" width="medium" {...useField(form.control, 'day', 'Välj en dag.')} />
      <TextField
        label="Klockan"
        type="time"
        width="short"
        {...useField(form.control, 'startsAt', 'Skriv när mötet börjar.')}
      />
      <TextField
        label="Hur många minuter?"
        width="short"
        {...useField(form.control, 'minutes', 'Skriv antal minuter, 15 till 480.')}
      />
      <TextField label="Plats eller länk" {...useField(form.control, 'place', 'Skriv var ni ses.')} />
      <Buttons>
        <Button kind="primary" type="submit" pending={plan.isPending}>
          Planera mötet
        </Button>
        <Link to="/moten" kind="secondary">
          Avbryt
        </Link>
      </Buttons>
    </form>
  );
}

interface TeamFieldProps {
  control: Control<{ day: string; startsAt: string; minutes: string; place: string; teamId: string }>;
  teams: { id: string; name: string }[];
}

/** Asked only where the area has several. */
function TeamField({ control, teams }: TeamFieldProps) {
  const choices = teams.map(({ id, name }) => ({ value: id, name }));
  return (
    <Select
      label="Team"
      choices={choices}
      width="full"
      {...useField(control, 'teamId', 'Välj vilket team mötet gäller.')}
    />
  );
}
