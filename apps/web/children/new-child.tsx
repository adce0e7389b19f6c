import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Control, useForm, type UseFormReturn } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem } from '../api/problem.ts';
import { queryClient } from '../api/query.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { dateText, dayOf } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useLeaveGuard } from '../names/use-leave-guard.ts';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { AlreadyThere, childKey, type ChildRegistration, registerChild } from './child.ts';
import { isProtected, KIND_CHOICES, KIND_NAMES, PROTECTION_CHOICES } from './child-words.ts';
import { guessOf, hasWrongCheckDigit } from './identity-guess.ts';
import { LanguageField, PlaceFields } from './place-fields.tsx';

const EMPTY = {
  identity: '',
  identityKind: '',
  givenName: '',
  familyName: '',
  birthDate: '',
  protection: 'NONE',
  address: '',
  school: '',
  phone: '',
  language: '',
};

type Form = UseFormReturn<typeof EMPTY>;

/** `/barn/nytt` */
export function NewChild() {
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return (
    <>
      <PageHeader
        title="Registrera ett barn"
        lead="Bara din egen enhet ser uppgifterna. Finns barnet redan hos er får du veta det."
        back={{ to: '/barn/sok', name: 'Sök ett barn' }}
      />
      <Panel>
        <RegistrationForm />
      </Panel>
    </>
  );
}

function RegistrationForm() {
  const form = useForm({ defaultValues: EMPTY });
  const { problem, refuse, clear } = useProblem(form);
  const [sent, setSent] = useState(false);
  const leaving = useLeaveGuard(form.formState.isDirty && !sent);
  const creation = useCreationKey();
  const navigate = useNavigate();
  const { search } = useLocation();
  const protection = useField(form.control, 'protection');
  const register = useMutation({
    mutationFn: (body: ChildRegistration) => registerChild(body, creation.header()),
    onMutate: () => setSent(true),
    onSuccess: (child) => {
      queryClient.setQueryData(childKey(child.id), child);
      void navigate(`/barn/${child.id}${search}`, { replace: true });
    },
    onError: (error) => {
      setSent(false);
      if (asProblem(error).status !== 0) creation.renew();
      refuse(error);
    },
  });

  const send = form.handleSubmit((values) => {
    clear();
    register.mutate(registrationOf(values));
  });

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      {problem instanceof AlreadyThere ? (
        <There problem={problem} search={search} />
      ) : (
        <ErrorSummary problem={problem} />
      )}
      <NumberFields form={form} />
      <NameFields form={form} />
      <RadioGroup
        label="Har barnet skyddade personuppgifter?"
        help="Då öppnas uppgifterna bara av dig, och av dem du väljer."
        choices={PROTECTION_CHOICES}
        {...protection}
      />
      <PlaceFields control={form.control} hidden={isProtected(protection.value)} />
      <LanguageField control={form.control as unknown as Control<{ language: string }>} />
      <Buttons>
        <Button kind="primary" type="submit" pending={register.isPending}>
          Registrera barnet
        </Button>
        <Link to="/barn/sok" kind="secondary">
          Avbryt
        </Link>
      </Buttons>
      <LeaveDialog leaving={leaving} />
    </form>
  );
}

/** Takes the focus, as every refusal of a form does. */
function There({ problem, search }: { problem: AlreadyThere; search: string }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [problem]);
  return (
    <div tabIndex={-1} ref={notice}>
      <Notice tone="stop" title="Barnet finns redan hos er">
        {problem.childId ? (
          <p>
            Inget nytt är registrerat. <Link to={`/barn/${problem.childId}${search}`}>Öppna barnets uppgifter</Link>
          </p>
        ) : (
          problem.detail
        )}
      </Notice>
    </div>
  );
}

const WRONG_CHECK_DIGIT = 'Kontrollsiffran stämmer inte. Kontrollera varje siffra.';

/** The number first: what it is understood as is filled in, and can be changed. */
function NumberFields({ form }: { form: Form }) {
  const [today] = useState(() => dayOf(new Date()));
  const identity = useField(form.control, 'identity', 'Skriv barnets nummer.');
  const kind = useField(form.control, 'identityKind', 'Välj vad det är för nummer.');
  const birthDate = useField(form.control, 'birthDate', 'Skriv födelsedatumet.');
  const guess = guessOf(identity.value, today);

  function write(text: string) {
    form.clearErrors('identity');
    identity.onChange(text);
    const before = guessOf(identity.value, today);
    const now = guessOf(text, today);
    if (now && now.kind !== before?.kind)
      form.setValue('identityKind', now.kind, { shouldValidate: kind.error !== undefined });
    // A date that somebody wrote themselves stays.
    if (now?.birthDate && (birthDate.value === '' || birthDate.value === before?.birthDate))
      form.setValue('birthDate', now.birthDate, { shouldValidate: birthDate.error !== undefined });
  }

  function check(kindOfNumber: string) {
    if (hasWrongCheckDigit(identity.value, kindOfNumber)) form.setError('identity', { message: WRONG_CHECK_DIGIT });
    else if (identity.error === WRONG_CHECK_DIGIT) form.clearErrors('identity');
  }

  return (
    <>
      <TextField
        label="Personnummer eller annat nummer"
        help="Till exempel 20130530-2380. Mellanslag och bindestreck spelar ingen roll."
        width="medium"
        {...identity}
        onChange={write}
        onBlur={() => {
          identity.onBlur();
          check(kind.value);
        }}
      />
      <p role="status">
        {guess &&
          identity.error === undefined &&
          `Läst som ${KIND_NAMES[guess.kind].toLowerCase()}${guess.birthDate ? `, född ${dateText(guess.birthDate)}` : ''}.`}
      </p>
      <Select
        label="Vad är det för nummer?"
        choices={KIND_CHOICES}
        {...kind}
        onChange={(value) => {
          kind.onChange(value);
          check(value);
        }}
      />
      <TextField label="Födelsedatum" help="Kan skilja sig från numret." type="date" width="medium" {...birthDate} />
    </>
  );
}

/** After the number, also in the order in which the form looks for what is missing. */
function NameFields({ form }: { form: Form }) {
  return (
    <>
      <TextField label="Förnamn" {...useField(form.control, 'givenName', 'Skriv förnamnet.')} />
      <TextField label="Efternamn" {...useField(form.control, 'familyName', 'Skriv efternamnet.')} />
    </>
  );
}

/** What is sent: the fields that are filled in, and no place when the personal data is protected. */
function registrationOf({ address, school, phone, language, ...values }: typeof EMPTY): ChildRegistration {
  const places = isProtected(values.protection) ? {} : { address, school, phone };
  const written = Object.entries({ ...places, language }).filter(([, value]) => value !== '');
  return { ...values, ...Object.fromEntries(written) } as ChildRegistration;
}
