import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link as RouterLink, useLocation } from 'react-router';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { type ChildHit, type ChildSearch, searchChildren } from './child.ts';
import { ageText, isProtected } from './child-words.ts';

type Key = keyof ChildSearch;

const KEYS: { value: Key; name: string }[] = [
  { value: 'number', name: 'Hela numret' },
  { value: 'name', name: 'Hela namnet' },
  { value: 'caseReference', name: 'Ärendets beteckning' },
];

const HELP: Record<Key, string> = {
  number: 'Till exempel 20130530-2380.',
  name: 'Förnamn och efternamn, som de är registrerade.',
  caseReference: 'Till exempel S-7F3K-Q2XY.',
};

/** `/barn/sok`: by number, name or case, and by nothing else. What is searched for never stands in the address. */
export function FindChild() {
  const { search } = useLocation();
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return (
    <>
      <PageHeader
        title="Sök ett barn"
        lead="Bland barnen som din enhet har registrerat. Sökningen skrivs i loggen, men inte vad du sökte på."
        actions={
          <Link to={`/barn/nytt${search}`} kind="secondary" icon="plus">
            Registrera ett barn
          </Link>
        }
      />
      <SearchPanel />
    </>
  );
}

function SearchPanel() {
  const form = useForm({ defaultValues: { by: 'number', number: '', name: '', caseReference: '' } });
  const { problem, refuse, clear } = useProblem(form);
  const search = useMutation({ mutationFn: searchChildren, onError: refuse, gcTime: 0 });
  const by = useField(form.control, 'by');

  const send = form.handleSubmit((values) => {
    clear();
    const key = values.by as Key;
    search.mutate({ [key]: values[key] });
  });

  return (
    <>
      <Panel>
        <form className="form" noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary problem={problem} />
          <RadioGroup label="Sök på" choices={KEYS} {...by} />
          <KeyField key={by.value} form={form} by={by.value as Key} />
          <Buttons>
            <Button kind="primary" type="submit" pending={search.isPending}>
              Sök
            </Button>
          </Buttons>
        </form>
      </Panel>
      {search.data && <Hits hits={search.data.hits} />}
    </>
  );
}

type SearchForm = ReturnType<typeof useForm<{ by: string; number: string; name: string; caseReference: string }>>;

function KeyField({ form, by }: { form: SearchForm; by: Key }) {
  const field = useField(form.control, by, 'Skriv något att söka på.');
  const { name } = KEYS.find(({ value }) => value === by)!;
  return <TextField label={name} help={HELP[by]} {...field} />;
}

function Hits({ hits }: { hits: ChildHit[] }) {
  const { search } = useLocation();
  return (
    <Panel {...(hits.length > 0 && { title: hits.length === 1 ? '1 träff' : `${hits.length} träffar` })}>
      <p role="status" className="visually-hidden">
        {hits.length === 0
          ? 'Ingen träff'
          : `Sökningen gav ${hits.length === 1 ? 'en träff' : `${hits.length} träffar`}`}
      </p>
      {hits.length === 0 ? (
        <EmptyState
          title="Ingen träff"
          action={
            <Link to={`/barn/nytt${search}`} kind="secondary">
              Registrera barnet
            </Link>
          }
        >
          Kontrollera att du har skrivit hela och rätt. Barn hos andra enheter visas inte här.
        </EmptyState>
      ) : (
        <ul className="rows">
          {hits.map((hit) => (
            <li key={hit.childId}>
              <Hit hit={hit} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Hit({ hit: { childId, initials, age, protection, openCase } }: { hit: ChildHit }) {
  const { search } = useLocation();
  return (
    <RouterLink to={`/barn/${childId}${search}`} className="row-link">
      <span>
        <span className="row-name">
          {initials}, {ageText(age)}
        </span>
        <span className="row-more">
          {openCase ? `Ärende ${openCase.reference} pågår` : 'Inget ärende pågår'}
          {isProtected(protection) && ', skyddade personuppgifter'}
        </span>
      </span>
      <Icon name="right" />
    </RouterLink>
  );
}
