import { type Control, useForm } from 'react-hook-form';
import { useCreationKey } from '../api/creation-key.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import {
  addGuardian,
  changeGuardian,
  type Child,
  type Guardian,
  type GuardianChange,
  type Protection,
  readChild,
  refreshChild,
} from './child.ts';
import { isProtected, numberText, PROTECTION_CHOICES, PROTECTION_NAMES } from './child-words.ts';
import { languageChoices, languageName } from './languages.ts';
import { useChange } from '../kit/use-change.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

const CARE = [
  { value: 'interpreter', name: 'Behöver tolk' },
  {
    value: 'hiddenFromOther',
    name: 'Andra vårdnadshavare får inte veta var hen finns',
    help: 'Då står det som en varning, och syns inte i det som lämnas till dem.',
  },
];

const formOf = (guardian?: Guardian) => ({
  name: guardian?.name ?? '',
  phone: guardian?.phone ?? '',
  email: guardian?.email ?? '',
  address: guardian?.address ?? '',
  identity: guardian?.identity ? numberText(guardian.identity) : '',
  language: guardian?.language ?? 'sv',
  care: CARE.map(({ value }) => value).filter((care) => guardian?.[care as 'interpreter' | 'hiddenFromOther']),
  protection: guardian?.protection ?? ('NONE' as string),
});

type Values = ReturnType<typeof formOf>;

const flagsOf = (care: string[]) => ({
  interpreter: care.includes('interpreter'),
  hiddenFromOther: care.includes('hiddenFromOther'),
});

/** What was filled in. */
function newOf({ care, name, language, protection, ...texts }: Values, child: Child) {
  const { identity, ...places } = texts;
  const shown = isProtected(protection) || isProtected(child.protection) ? { identity } : { identity, ...places };
  const written = Object.entries(shown).filter(([, text]) => text !== '');
  return { name, language, protection: protection as Protection, ...flagsOf(care), ...Object.fromEntries(written) };
}

/** What was touched; an empty text empties its field. Where somebody became protected, nothing of where they are is sent. */
function changeOf({ care, ...changed }: Partial<Values>): GuardianChange {
  const { phone, email, address, ...others } = changed;
  const places = changed.protection && isProtected(changed.protection) ? {} : { phone, email, address };
  const texts = Object.entries({ ...others, ...places }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(texts.map(([field, value]) => [field, value === '' ? null : value])),
    ...(care && flagsOf(care)),
  };
}

const wordsOf = (values: Values): Record<string, string> => ({
  Namn: values.name,
  Telefon: values.phone,
  'E-post': values.email,
  Adress: values.address,
  'Personnummer eller samordningsnummer': values.identity,
  Språk: languageName(values.language),
  'Att tänka på': CARE.filter(({ value }) => values.care.includes(value))
    .map(({ name }) => name)
    .join(', '),
  'Skyddade personuppgifter': PROTECTION_NAMES[values.protection as Protection],
});

interface AddGuardianDialogProps {
  child: Child;
  onClose: () => void;
}

export function AddGuardianDialog({ child, onClose }: AddGuardianDialogProps) {
  const creation = useCreationKey();
  const form = useForm({ defaultValues: formOf() });
  const dialog = useDialogForm(
    form,
    async (values) => {
      const header = creation.header();
      creation.renew();
      await addGuardian(child.id, newOf(values, child), header);
    },
    onClose,
    { refresh: () => refreshChild(child.id) },
  );
  return (
    <FormDialog title="Lägg till en vårdnadshavare" confirm="Lägg till" onClose={onClose} dialog={dialog}>
      <GuardianFields control={form.control} child={child} />
    </FormDialog>
  );
}

interface ChangeGuardianDialogProps extends AddGuardianDialogProps {
  guardian: Guardian;
}

export function ChangeGuardianDialog({ guardian, child, onClose }: ChangeGuardianDialogProps) {
  const change = useChange(
    { version: guardian.version, values: formOf(guardian) },
    {
      save: async (changed, version) => {
        await changeGuardian(guardian.id, version, changeOf(changed));
        await refreshChild(child.id);
      },
      read: async () => {
        const { guardians } = await readChild(child.id);
        const now = guardians.find(({ id }) => id === guardian.id)!;
        return { version: now.version, values: formOf(now) };
      },
    },
    onClose,
  );
  return (
    <ChangeDialog title={`Ändra ${guardian.name}`} confirm="Spara" onClose={onClose} change={change} words={wordsOf}>
      <GuardianFields control={change.form.control} child={child} />
    </ChangeDialog>
  );
}

function GuardianFields({ control, child }: { control: Control<Values>; child: Child }) {
  const phone = useField(control, 'phone');
  const email = useField(control, 'email');
  const address = useField(control, 'address');
  const language = useField(control, 'language');
  const protection = useField(control, 'protection');
  return (
    <>
      <TextField label="Namn" {...useField(control, 'name', 'Skriv namnet.')} />
      {isProtected(protection.value) || isProtected(child.protection) ? (
        <Notice tone="info" title="Telefon, e-post och adress skrivs inte">
          Uppgifterna är skyddade. Nå personen på det sätt som din verksamhet har bestämt.
        </Notice>
      ) : (
        <>
          <TextField label="Telefon" type="tel" width="medium" optional {...phone} />
          <TextField label="E-post" type="email" optional {...email} />
          <TextField label="Adress" optional {...address} />
        </>
      )}
      <Select label="Språk" choices={languageChoices(language.value)} {...language} />
      <CheckboxGroup label="Att tänka på" choices={CARE} optional {...useField(control, 'care')} />
      <TextField
        label="Personnummer eller samordningsnummer"
        width="medium"
        optional
        {...useField(control, 'identity')}
      />
      <RadioGroup label="Har personen skyddade personuppgifter?" choices={PROTECTION_CHOICES} {...protection} />
    </>
  );
}
