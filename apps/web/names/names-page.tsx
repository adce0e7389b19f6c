import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { answer, api, ifMatch } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { queryClient } from '../api/query.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { clockText } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { SideBySide } from '../kit/side-by-side.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { namesIn, textOf } from './names.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

const KEY = ['blocked-names'];

/** `/namnlistan`: the names that may not stand in an anonymised text. */
export function NamesPage() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: readNames,
    staleTime: Infinity,
  });
  return (
    <>
      <PageHeader
        title="Namnlistan"
        lead="Namn som inte får stå i en fråga eller ett svar. Den som skriver ett av dem får veta det, och texten sparas inte förrän namnet är borta."
      />
      <Loaded query={query}>{(list) => <NamesForm list={list} />}</Loaded>
    </>
  );
}

interface NameList {
  names: string[];
  version: number;
}

const readNames = () => answer(api.GET('/api/v1/agreement/blocked-names'));

function NamesForm({ list: { names, version } }: { list: NameList }) {
  const [theirs, setTheirs] = useState<NameList>();
  const form = useForm({ defaultValues: { names: textOf(names) } });
  const { problem, refuse, clear } = useProblem(form);
  const saving = useMutation({
    mutationFn: (chosen: string[]) =>
      answer(
        api.PUT('/api/v1/agreement/blocked-names', {
          params: { header: ifMatch(version) },
          body: { names: chosen },
        }),
      ),
    onSuccess: (saved) => {
      clear();
      queryClient.setQueryData(KEY, saved);
      form.reset({ names: textOf(saved.names) });
    },
    onError: async (error) => {
      if (asProblem(error).status === 412) setTheirs(await readNames());
      else refuse(error);
    },
  });
  const written = namesIn(useWatch({ control: form.control, name: 'names' }));
  const isChanged = textOf(written) !== textOf(namesIn(textOf(names)));
  const leaving = useLeaveGuard(isChanged);
  const field = useField(form.control, 'names');
  const submit = form.handleSubmit(() => saving.mutate(written));

  const goOn = (list: NameList) => {
    queryClient.setQueryData(KEY, list);
    setTheirs(undefined);
  };

  if (theirs) {
    return (
      <Panel>
        <SideBySide
          fields={[{ name: 'Namn', mine: textOf(written), saved: textOf(theirs.names) }]}
          onKeepMine={() => goOn(theirs)}
          onTakeSaved={() => {
            form.reset({ names: textOf(theirs.names) });
            goOn(theirs);
          }}
        />
      </Panel>
    );
  }

  return (
    <Panel>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={problem} />
        <TextArea
          label="Namn"
          help="Ett namn på varje rad, till exempel skolor, förskolor, boenden och förnamn. Stora och små bokstäver spelar ingen roll."
          rows={12}
          {...field}
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
