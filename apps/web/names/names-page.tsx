import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { answer, api } from '../api/client.ts';
import { useProblem } from '../api/use-problem.ts';
import { queryClient } from '../api/query.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { clockText } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { namesIn, textOf } from './names.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

const KEY = ['blocked-names'];

/** The area administrator's start page: the names that may not stand in an anonymised text. */
export function NamesPage() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/v1/agreement/blocked-names')),
    staleTime: Infinity,
  });
  return (
    <>
      <PageHeader
        title="Namnlistan"
        lead="Namn som inte får stå i en fråga eller ett svar. Den som skriver ett av dem får veta det, och texten sparas inte förrän namnet är borta."
      />
      <Loaded query={query}>{({ names }) => <NamesForm names={names} />}</Loaded>
    </>
  );
}

function NamesForm({ names }: { names: string[] }) {
  const form = useForm({ defaultValues: { names: textOf(names) } });
  const { problem, refuse, clear } = useProblem(form);
  const saving = useMutation({
    mutationFn: (chosen: string[]) => answer(api.PUT('/api/v1/agreement/blocked-names', { body: { names: chosen } })),
    onSuccess: (saved) => {
      clear();
      queryClient.setQueryData(KEY, saved);
      form.reset({ names: textOf(saved.names) });
    },
    onError: refuse,
  });
  const written = namesIn(useWatch({ control: form.control, name: 'names' }));
  const isChanged = textOf(written) !== textOf(namesIn(textOf(names)));
  const leaving = useLeaveGuard(isChanged);
  const submit = form.handleSubmit(() => saving.mutate(written));

  return (
    <Panel>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={problem} />
        <TextArea
          label="Namn"
          help="Ett namn på varje rad, till exempel skolor, förskolor, boenden och förnamn. Stora och små bokstäver spelar ingen roll."
          rows={12}
          {...useField(form.control, 'names')}
        />
        <p className="soft">
          {written.length === 1 ? '1 namn' : `${written.length} namn`}
          {isChanged && ', inte sparat än'}
        </p>
        <Buttons>
          <Button kind="primary" type="submit" pending={saving.isPending}>
            Spara listan
          </Button>
        </Buttons>
        <p role="status">
          {saving.isSuccess && !isChanged && `Sparat ${clockText(new Date(saving.submittedAt))}. Listan gäller nu.`}
        </p>
      </form>
      <LeaveDialog leaving={leaving} />
    </Panel>
  );
}
