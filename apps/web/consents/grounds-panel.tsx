import { useState } from 'react';
import { useForm } from 'react-hook-form';
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
import { type Consents, endGround, recordGround } from './consent.ts';
import { useConsentForm } from './use-consent-form.ts';

type Ground = Consents['grounds'][number];

/** Legal grounds to disclose without consent: who decided, about what, and why. */
export function GroundsPanel({ sipCase, consents }: { sipCase: SipCase; consents: Consents }) {
  const { content } = useAgreement();
  const [adds, setAdds] = useState(false);
  const [ends, setEnds] = useState<Ground | null>(null);
  const may = sipCase.steps.includes('change');
  const groundName = (code: string) => content?.sip.disclosureGrounds.find((one) => one.code === code)?.name ?? code;
  const categoryName = (code: string) => content?.sip.categories.find((one) => one.code === code)?.name ?? code;
  return (
    <Panel
      title="Andra grunder för att lämna ut"
      action={may && <Button onPress={() => setAdds(true)}>Anteckna en grund</Button>}
    >
      {consents.grounds.length === 0 && (
        <p className="soft">Inga. De behövs bara när något ska lämnas ut utan samtycke.</p>
      )}
      <ul className="rows">
        {consents.grounds.map((ground) => (
          <li key={ground.id}>
            <p>
              <strong>{ground.unit.name}</strong>: {ground.categories.map(categoryName).join(', ')}
            </p>
            <p>{groundName(ground.ground)}</p>
            <p className="written">{ground.note}</p>
            <p className="soft">
              {ground.decidedBy}, {dateText(ground.decidedOn)}
              {ground.endedOn && `. Upphörde ${dateText(ground.endedOn)}`}
            </p>
            {may && !ground.endedOn && (
              <Button kind="quiet" label={`Avsluta grunden för ${ground.unit.name}`} onPress={() => setEnds(ground)}>
                Avsluta grunden
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adds && <GroundDialog sipCase={sipCase} onClose={() => setAdds(false)} />}
      <ConfirmDialog
        title="Avsluta grunden?"
        confirm="Avsluta grunden"
        isOpen={ends !== null}
        onConfirm={() => endGround(ends!.id).then(() => refreshCase(sipCase.id))}
        onClose={() => setEnds(null)}
      >
        <p>Från i dag lämnas inget mer ut till {ends?.unit.name} på den grunden. Det de har fått behåller de.</p>
      </ConfirmDialog>
    </Panel>
  );
}

function GroundDialog({ sipCase, onClose }: { sipCase: SipCase; onClose: () => void }) {
  const { content } = useAgreement();
  const creation = useCreationKey();
  const form = useForm({
    defaultValues: { ground: '', unitId: '', categories: [] as string[], decidedOn: today(), decidedBy: '', note: '' },
  });
  const dialog = useConsentForm(
    sipCase.id,
    form,
    async (values) => {
      const header = creation.header();
      creation.renew();
      await recordGround(sipCase.id, values, header);
    },
    onClose,
  );
  return (
    <FormDialog title="Lämna ut utan samtycke" confirm="Spara grunden" onClose={onClose} dialog={dialog}>
      <p>Fråga alltid om samtycke först. Är du osäker på lagen, fråga er jurist.</p>
      <RadioGroup
        label="Vilken grund?"
        choices={(content?.sip.disclosureGrounds ?? []).map(({ code, name }) => ({ value: code, name }))}
        {...useField(form.control, 'ground', 'Välj en grund.')}
      />
      <RadioGroup
        label="Vilken enhet får veta?"
        choices={sipCase.parties
          .filter(({ leftOn }) => !leftOn)
          .map(({ unit }) => ({ value: unit.id, name: unit.name }))}
        {...useField(form.control, 'unitId', 'Välj en enhet.')}
      />
      <CheckboxGroup
        label="Vad får den veta?"
        choices={(content?.sip.categories ?? []).map(({ code, name }) => ({ value: code, name }))}
        {...useField(form.control, 'categories', 'Välj vilka uppgifter.')}
      />
      <TextArea
        label="Varför?"
        rows={3}
        maxLength={2000}
        {...useField(form.control, 'note', 'Skriv varför det behövs.')}
      />
      <TextField
        label="Vem beslutade?"
        help="Namn och befattning."
        {...useField(form.control, 'decidedBy', 'Skriv vem som beslutade.')}
      />
      <TextField label="När?" type="date" width="short" {...useField(form.control, 'decidedOn', 'Ange vilken dag.')} />
    </FormDialog>
  );
}
