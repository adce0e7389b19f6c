import { type Control, useForm, type UseFormReturn, useWatch } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useCreationKey } from '../api/creation-key.ts';
import type { SipCase } from '../cases/case.ts';
import { adultFrom } from '../children/child-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { today } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Consent, type Consents, type NewConsent, recordConsent } from './consent.ts';
import { PURPOSES, whoOf } from './consent-words.ts';
import { filledIn, useConsentForm } from './use-consent-form.ts';

/** Whose answer is written down, and to what, as far as that is known when the dialog opens. */
export interface Asked {
  who: string;
  purposes: Consent['purpose'][];
}

type Category = { code: string; name: string };

interface Values {
  consenter: string;
  purposes: string[];
  given: string;
  form: string;
  decidedOn: string;
  validTo: string;
  unitIds: string[];
  categories: string[];
  exclusions: string;
  documentedBy: string;
  note: string;
}

const DAY_MS = 86_400_000;

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** An answer lasts as long as the agreement lets it, and no longer than until the child is of age and answers alone. */
function lastDayOf({ child }: SipCase, lasts: number): string {
  const [agreed, underage] = [daysFrom(today(), lasts), daysFrom(adultFrom(child.birthDate), -1)];
  return child.age < 18 && underage < agreed ? underage : agreed;
}

interface ConsentDialogProps {
  sipCase: SipCase;
  consents: Consents;
  asked: Asked;
  onClose: () => void;
}

/** One person's answer, as it stands on the paper: to the plan, to what may be disclosed, or both. */
export function ConsentDialog({ sipCase, consents, asked, onClose }: ConsentDialogProps) {
  const { content } = useAgreement();
  const creation = useCreationKey();
  const lasts = content?.sip.days.consentValid ?? 0;
  const form = useForm<Values>({
    defaultValues: {
      consenter: asked.who,
      purposes: asked.purposes,
      given: '',
      form: '',
      decidedOn: today(),
      validTo: lastDayOf(sipCase, lasts),
      unitIds: [],
      categories: [],
      exclusions: '',
      documentedBy: '',
      note: '',
    },
  });
  const dialog = useConsentForm(
    sipCase.id,
    form,
    async (values) => {
      // One paper may answer two questions: what has been saved of it is not sent again.
      for (const purpose of values.purposes) {
        const header = creation.header();
        creation.renew();
        await recordConsent(sipCase.id, answerOf(values, purpose as Consent['purpose']), header);
        form.setValue(
          'purposes',
          form.getValues('purposes').filter((other) => other !== purpose),
        );
      }
    },
    onClose,
  );
  const given = useField(form.control, 'given', 'Välj ja eller nej.');
  const categories = content?.sip.categories ?? [];
  const everything = allOf(sipCase, categories);
  return (
    <FormDialog title="Anteckna ett svar" confirm="Spara svaret" onClose={onClose} dialog={dialog}>
      <RadioGroup
        label="Vem svarar?"
        choices={consents.consenters.map((one) => ({
          value: whoOf(one),
          name: one.name,
          help: one.consenter === 'CHILD' ? 'Barnet självt' : 'Vårdnadshavare',
        }))}
        {...useField(form.control, 'consenter', 'Välj vem som svarar.')}
      />
      <CheckboxGroup
        label="Vad gäller svaret?"
        choices={Object.entries(PURPOSES).map(([value, words]) => ({ value, ...words }))}
        {...useField(form.control, 'purposes', 'Välj vad svaret gäller.')}
      />
      <RadioGroup
        label="Vad är svaret?"
        choices={[
          { value: 'YES', name: 'Ja, samtycker' },
          { value: 'NO', name: 'Nej' },
        ]}
        {...given}
        onChange={(value) => {
          // A no is usually to everything: what it is not about is unticked. Ticks of a no are never those of a yes.
          const ticked = form.getValues(['unitIds', 'categories']).some(({ length }) => length > 0);
          if (value === 'NO' && !ticked) tick(form, everything);
          if (value === 'YES' && given.value === 'NO') tick(form, { unitIds: [], categories: [] });
          given.onChange(value);
        }}
      />
      <Scope form={form} sipCase={sipCase} categories={categories} />
      <How control={form.control} lasts={lasts} />
    </FormDialog>
  );
}

const activeParties = ({ parties }: SipCase) => parties.filter(({ leftOn }) => !leftOn);

type Ticks = Pick<Values, 'unitIds' | 'categories'>;

/** Every party, and everything they may be told. */
const allOf = (sipCase: SipCase, categories: Category[]): Ticks => ({
  unitIds: activeParties(sipCase).map(({ unit }) => unit.id),
  categories: categories.map(({ code }) => code),
});

function tick(form: UseFormReturn<Values>, { unitIds, categories }: Ticks) {
  form.setValue('unitIds', unitIds, { shouldDirty: true });
  form.setValue('categories', categories, { shouldDirty: true });
}

interface ScopeProps {
  form: UseFormReturn<Values>;
  sipCase: SipCase;
  categories: Category[];
}

function Scope({ form, sipCase, categories }: ScopeProps) {
  const { control } = form;
  const [purposes, given] = useWatch({ control, name: ['purposes', 'given'] });
  const unitIds = useField(control, 'unitIds');
  const told = useField(control, 'categories');
  const exclusions = useField(control, 'exclusions');
  return (
    <>
      {purposes.includes('DISCLOSURE') && (
        <>
          <Buttons>
            <Button onPress={() => tick(form, allOf(sipCase, categories))}>Markera alla parter och uppgifter</Button>
          </Buttons>
          <CheckboxGroup
            label={given === 'NO' ? 'Vilka får inte veta?' : 'Vilka får veta?'}
            choices={activeParties(sipCase).map(({ unit }) => ({ value: unit.id, name: unit.name }))}
            {...unitIds}
          />
          <CheckboxGroup
            label={given === 'NO' ? 'Vad får de inte veta?' : 'Vad får de veta?'}
            choices={categories.map(({ code, name }) => ({ value: code, name }))}
            {...told}
          />
        </>
      )}
      {given === 'YES' && purposes.includes('DISCLOSURE') && (
        <TextArea
          label="Är det något som inte får lämnas ut?"
          help="Fråga alltid. Det visas överst för alla som ska lämna ut något."
          rows={2}
          maxLength={1000}
          optional
          {...exclusions}
        />
      )}
    </>
  );
}

function How({ control, lasts }: { control: Control<Values>; lasts: number }) {
  const [given, how] = useWatch({ control, name: ['given', 'form'] });
  const validTo = useField(control, 'validTo');
  const documentedBy = useField(control, 'documentedBy');
  const note = useField(control, 'note');
  return (
    <>
      <RadioGroup
        label="Hur lämnades svaret?"
        choices={[
          { value: 'WRITTEN', name: 'Skriftligt' },
          { value: 'ORAL', name: 'Muntligt' },
        ]}
        {...useField(control, 'form', 'Välj skriftligt eller muntligt.')}
      />
      {how === 'ORAL' && <TextField label="Vem tog emot svaret?" help="Namn och befattning." {...documentedBy} />}
      <TextField
        label="Vilken dag?"
        type="date"
        width="short"
        {...useField(control, 'decidedOn', 'Ange vilken dag svaret lämnades.')}
      />
      {given === 'YES' && (
        <TextField
          label="Gäller till och med"
          help={`Högst ${lasts} dagar, och inte längre än till 18-årsdagen. Familjen kan återkalla när som helst.`}
          type="date"
          width="short"
          {...validTo}
        />
      )}
      <TextArea
        label="Anteckning"
        help="Till exempel hur svaret lämnades."
        rows={2}
        optional={how !== 'ORAL'}
        {...note}
      />
    </>
  );
}

/** What is sent: of the fields that are not shown, nothing. */
function answerOf(values: Values, purpose: Consent['purpose']): NewConsent {
  const { consenter, given, form, decidedOn, validTo, unitIds, categories, exclusions, documentedBy, note } = values;
  const yes = given === 'YES';
  return {
    purpose,
    ...(consenter === 'CHILD' ? { consenter } : { consenter: 'GUARDIAN', guardianId: consenter }),
    given: yes,
    form: form as NewConsent['form'],
    decidedOn,
    ...filledIn({ note, ...(yes && { validTo }), ...(form === 'ORAL' && { documentedBy }) }),
    ...(purpose === 'DISCLOSURE' && { unitIds, categories, ...(yes && filledIn({ exclusions })) }),
  };
}
