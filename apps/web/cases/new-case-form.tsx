import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { today } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useLeaveGuard } from '../names/use-leave-guard.ts';
import { adoptCase, useUnits } from './case.ts';
import { ASKERS, KINDS, pathOf } from './case-words.ts';
import { CaseThere, newCaseOf, type NewCase, type NewCaseFields, registerCase } from './new-case.ts';

const KIND_CHOICES = Object.entries(KINDS).map(([value, words]) => ({ value, ...words }));
const ASKER_CHOICES = Object.entries(ASKERS).map(([value, name]) => ({ value, name }));

/** The need of a SIP, as it was seen. */
export function NewCaseForm({ childId }: { childId: string }) {
  const [address] = useSearchParams();
  const form = useForm<NewCaseFields>({
    defaultValues: {
      kind: '',
      needOn: today(),
      askedBy: '',
      initiatingUnitId: '',
      need: '',
      dischargeReadyOn: '',
      unitIds: [],
      recommendation: address.get('rekommendation') ?? '',
    },
  });
  const { problem, refuse, clear } = useProblem(form);
  const [sent, setSent] = useState(false);
  const leaving = useLeaveGuard(form.formState.isDirty && !sent);
  const creation = useCreationKey();
  const navigate = useNavigate();
  const kind = useField(form.control, 'kind', 'Välj vilket slag av SIP.');
  const register = useMutation({
    mutationFn: (body: NewCase) => registerCase(body, creation.header()),
    onMutate: () => setSent(true),
    onSuccess: (sipCase) => {
      adoptCase(sipCase);
      void navigate(pathOf(sipCase.id), { replace: true });
    },
    onError: (error) => {
      setSent(false);
      if (asProblem(error).status !== 0) creation.renew();
      refuse(error);
    },
  });

  const send = form.handleSubmit((fields) => {
    clear();
    register.mutate(newCaseOf(childId, address.get('fortsatter'), fields));
  });

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      {problem instanceof CaseThere ? <There problem={problem} /> : <ErrorSummary problem={problem} />}
      <RadioGroup label="Vilket slag av SIP?" choices={KIND_CHOICES} {...kind} />
      {kind.value === 'DISCHARGE_SIP' && <DischargeDay form={form} />}
      <TextArea
        label="Vad behöver samordnas?"
        help="Kort, med barnets behov i centrum. Mer kan skrivas senare."
        maxLength={2000}
        {...useField(form.control, 'need', 'Skriv vad som behöver samordnas.')}
      />
      <TextField
        label="När sågs behovet?"
        type="date"
        width="short"
        {...useField(form.control, 'needOn', 'Ange vilken dag behovet sågs.')}
      />
      <RadioGroup
        label="Vem bad om SIP?"
        choices={ASKER_CHOICES}
        {...useField(form.control, 'askedBy', 'Välj vem som bad om SIP.')}
      />
      <UnitFields form={form} />
      <TextField
        label="Konsultationsteamets rekommendation"
        help="Numret står i svaret från konsultationsteamet, till exempel R-7F3K-Q2XY."
        width="medium"
        optional
        {...useField(form.control, 'recommendation')}
      />
      <Buttons>
        <Button kind="primary" type="submit" pending={register.isPending}>
          Starta ärendet
        </Button>
        <Link to={`/barn/${childId}`} kind="secondary">
          Avbryt
        </Link>
      </Buttons>
      <LeaveDialog leaving={leaving} />
    </form>
  );
}

type Form = ReturnType<typeof useForm<NewCaseFields>>;

/** The law counts its days for the summons from this day. */
function DischargeDay({ form }: { form: Form }) {
  return (
    <TextField
      label="Vilken dag är barnet utskrivningsklart?"
      type="date"
      width="short"
      {...useField(form.control, 'dischargeReadyOn', 'Ange vilken dag barnet är utskrivningsklart.')}
    />
  );
}

/** Who takes the initiative: the kinds of unit that call by the agreement. Who is to join: any. */
function UnitFields({ form }: { form: Form }) {
  const { content, nameOf } = useAgreement();
  const units = useUnits().data ?? [];
  const choices = units.map(({ id, name, serviceType, principal }) => ({
    value: id,
    name,
    help: [nameOf('services', serviceType), principal.name].filter(Boolean).join(', '),
  }));
  const mayCall = units.filter(({ serviceType }) => content?.sip.mayCall.includes(serviceType)).map(({ id }) => id);
  return (
    <>
      <Select
        label="Vilken enhet tar initiativet?"
        choices={choices.filter(({ value }) => mayCall.includes(value))}
        width="full"
        {...useField(form.control, 'initiatingUnitId', 'Välj en enhet.')}
      />
      <CheckboxGroup
        label="Vilka enheter ska vara med?"
        help="De får inte veta något om barnet förrän något lämnas ut, med samtycke."
        choices={choices}
        columns
        optional
        {...useField(form.control, 'unitIds')}
      />
    </>
  );
}

function There({ problem }: { problem: CaseThere }) {
  return (
    <Notice tone="stop" title="Barnet har redan ett pågående ärende">
      <p>
        Inget nytt är registrerat. <Link to={pathOf(problem.caseId)}>Öppna ärendet</Link>
      </p>
    </Notice>
  );
}
