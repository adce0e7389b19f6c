import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useCreationKey } from '../api/creation-key.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { Button } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Consents, endException, exceptGuardian, type NewException } from './consent.ts';
import { filledIn, useConsentForm } from './use-consent-form.ts';

type Exception = Consents['exceptions'][number];

const KINDS: Record<Exception['kind'], { name: string; help: string }> = {
  OTHER_GUARDIAN_PREVENTED: {
    name: 'Vårdnadshavaren är förhindrad',
    help: 'Går inte att nå, och beslutet kan inte vänta (FB 6 kap. 13 §).',
  },
  SOCIAL_BOARD_6_13A: {
    name: 'Socialnämnden har beslutat',
    help: 'Beslut om vissa åtgärder trots att den ena inte samtycker (FB 6 kap. 13 a §).',
  },
};

interface ExceptionsPanelProps {
  sipCase: SipCase;
  consents: Consents;
}

/** Why one guardian's consent is not needed. Only there when there are two of them to ask, or when it has been used. */
export function ExceptionsPanel({ sipCase, consents }: ExceptionsPanelProps) {
  const [adds, setAdds] = useState(false);
  const [ends, setEnds] = useState<Exception | null>(null);
  const guardians = consents.consenters.filter(({ consenter }) => consenter === 'GUARDIAN');
  const may = sipCase.steps.includes('change');
  const areAsked = guardians.length > 1 && guardians.some(({ required }) => required);
  if (!areAsked && consents.exceptions.length === 0) return null;
  return (
    <Panel
      title="När en vårdnadshavares samtycke inte behövs"
      action={may && guardians.length > 1 && <Button onPress={() => setAdds(true)}>Anteckna undantag</Button>}
    >
      {consents.exceptions.length === 0 && <p className="soft">Båda vårdnadshavarna behöver samtycka.</p>}
      <ul className="rows">
        {consents.exceptions.map((exception) => (
          <li key={exception.id}>
            <p>
              <strong>{exception.name}</strong>: {KINDS[exception.kind].name.toLowerCase()} från{' '}
              {dateText(exception.decidedOn)}
              {exception.endedOn && ` till ${dateText(exception.endedOn)}`}
            </p>
            <p className="written">{exception.reason ?? `${exception.decisionReference}: ${exception.measures}`}</p>
            {may && !exception.endedOn && (
              <Button
                kind="quiet"
                label={`Avsluta undantaget för ${exception.name}`}
                onPress={() => setEnds(exception)}
              >
                Avsluta undantaget
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adds && <ExceptionDialog caseId={sipCase.id} guardians={guardians} onClose={() => setAdds(false)} />}
      <ConfirmDialog
        title="Avsluta undantaget?"
        confirm="Avsluta undantaget"
        isOpen={ends !== null}
        onConfirm={() => endException(ends!.id).then(() => refreshCase(sipCase.id))}
        onClose={() => setEnds(null)}
      >
        <p>
          Från i dag behövs samtycke från {ends?.name} igen. Saknas det stannar ärendet, och inget mer lämnas ut med
          samtycke som grund.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}

interface ExceptionDialogProps {
  caseId: string;
  guardians: Consents['consenters'];
  onClose: () => void;
}

function ExceptionDialog({ caseId, guardians, onClose }: ExceptionDialogProps) {
  const { content } = useAgreement();
  const creation = useCreationKey();
  const form = useForm({
    defaultValues: {
      guardianId: '',
      kind: '',
      decidedOn: today(),
      reason: '',
      decisionReference: '',
      measures: '',
      coversPlan: [] as string[],
      categories: [] as string[],
    },
  });
  const dialog = useConsentForm(
    caseId,
    form,
    async (values) => {
      const header = creation.header();
      creation.renew();
      await exceptGuardian(caseId, exceptionOf(values), header);
    },
    onClose,
  );
  const kind = useWatch({ control: form.control, name: 'kind' });
  const reason = useField(form.control, 'reason');
  const decisionReference = useField(form.control, 'decisionReference');
  const measures = useField(form.control, 'measures');
  const coversPlan = useField(form.control, 'coversPlan');
  const categories = useField(form.control, 'categories');
  return (
    <FormDialog title="Undantag från samtycke" confirm="Spara undantaget" onClose={onClose} dialog={dialog}>
      <RadioGroup
        label="Vems samtycke behövs inte?"
        choices={guardians.map(({ guardianId, name }) => ({ value: guardianId!, name }))}
        {...useField(form.control, 'guardianId', 'Välj vårdnadshavare.')}
      />
      <RadioGroup
        label="Varför?"
        choices={Object.entries(KINDS).map(([value, words]) => ({ value, ...words }))}
        {...useField(form.control, 'kind', 'Välj varför.')}
      />
      {kind === 'OTHER_GUARDIAN_PREVENTED' && (
        <TextArea label="Vad hindrar, och varför kan det inte vänta?" rows={3} maxLength={2000} {...reason} />
      )}
      {kind === 'SOCIAL_BOARD_6_13A' && (
        <>
          <TextField label="Beslutets beteckning" width="medium" {...decisionReference} />
          <TextArea label="Vilka åtgärder gäller beslutet?" rows={3} maxLength={2000} {...measures} />
          <CheckboxGroup
            label="Vilka uppgifter räcker beslutet för?"
            choices={(content?.sip.categories ?? []).map(({ code, name }) => ({ value: code, name }))}
            {...categories}
          />
          <CheckboxGroup
            label="Räcker beslutet för att planen görs?"
            choices={[{ value: 'YES', name: 'Ja, det står i beslutet' }]}
            optional
            {...coversPlan}
          />
        </>
      )}
      <TextField
        label="Från vilken dag?"
        type="date"
        width="short"
        {...useField(form.control, 'decidedOn', 'Ange vilken dag.')}
      />
    </FormDialog>
  );
}

interface ExceptionValues {
  guardianId: string;
  kind: string;
  decidedOn: string;
  reason: string;
  decisionReference: string;
  measures: string;
  coversPlan: string[];
  categories: string[];
}

function exceptionOf(values: ExceptionValues): NewException {
  const { guardianId, kind, decidedOn, reason, decisionReference, measures, coversPlan, categories } = values;
  const asked = { guardianId, kind: kind as NewException['kind'], decidedOn };
  if (asked.kind === 'OTHER_GUARDIAN_PREVENTED') return { ...asked, ...filledIn({ reason }) };
  return { ...asked, ...filledIn({ decisionReference, measures }), categories, coversPlan: coversPlan.length > 0 };
}
