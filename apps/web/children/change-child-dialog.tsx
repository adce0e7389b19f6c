import type { Control } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import { type Child, changeChild, type ChildChange, type IdentityKind, readChild, refreshChild } from './child.ts';
import { isProtected, KIND_CHOICES, KIND_NAMES, numberText } from './child-words.ts';
import { languageName } from './languages.ts';
import { LanguageField, PlaceFields } from './place-fields.tsx';
import { useChange } from '../kit/use-change.ts';

const formOf = (child: Child) => ({
  identity: numberText(child.identity),
  identityKind: child.identityKind as string,
  givenName: child.givenName,
  familyName: child.familyName,
  birthDate: child.birthDate,
  address: child.address ?? '',
  school: child.school ?? '',
  phone: child.phone ?? '',
  language: child.language ?? '',
});

type Values = ReturnType<typeof formOf>;

/** Empty texts empty their fields; a number is read together with its kind. */
function changeOf({ identityKind, ...texts }: Partial<Values>): ChildChange {
  const { address, school, phone, language } = texts;
  const emptied = Object.entries({ address, school, phone, language }).filter(([, text]) => text === '');
  return {
    ...texts,
    ...Object.fromEntries(emptied.map(([field]) => [field, null])),
    ...(identityKind && { identityKind: identityKind as IdentityKind }),
  };
}

const wordsOf = (values: Values): Record<string, string> => ({
  Nummer: values.identity,
  'Slag av nummer': KIND_NAMES[values.identityKind as IdentityKind],
  Förnamn: values.givenName,
  Efternamn: values.familyName,
  Födelsedatum: values.birthDate,
  Adress: values.address,
  'Skola eller förskola': values.school,
  Telefon: values.phone,
  Språk: values.language && languageName(values.language),
});

interface ChangeChildDialogProps {
  child: Child;
  onClose: () => void;
}

export function ChangeChildDialog({ child, onClose }: ChangeChildDialogProps) {
  const change = useChange(
    { version: child.version, values: formOf(child) },
    {
      save: async (changed, version) => {
        await changeChild(child.id, version, changeOf(changed));
        await refreshChild(child.id);
      },
      read: async () => {
        const now = await readChild(child.id);
        return { version: now.version, values: formOf(now) };
      },
    },
    onClose,
  );
  const { control } = change.form;
  return (
    <ChangeDialog
      title="Ändra uppgifterna"
      confirm="Spara uppgifterna"
      onClose={onClose}
      change={change}
      words={wordsOf}
    >
      <TextField label="Nummer" width="medium" {...useField(control, 'identity', 'Skriv barnets nummer.')} />
      <Select label="Slag av nummer" choices={KIND_CHOICES} {...useField(control, 'identityKind')} />
      <TextField label="Förnamn" {...useField(control, 'givenName', 'Skriv förnamnet.')} />
      <TextField label="Efternamn" {...useField(control, 'familyName', 'Skriv efternamnet.')} />
      <TextField
        label="Födelsedatum"
        type="date"
        width="medium"
        {...useField(control, 'birthDate', 'Skriv födelsedatumet.')}
      />
      <PlaceFields control={control} hidden={isProtected(child.protection)} />
      <LanguageField control={control as unknown as Control<{ language: string }>} />
    </ChangeDialog>
  );
}
