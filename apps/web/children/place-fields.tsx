import type { Control } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { languageChoices } from './languages.ts';

/** Where a child is, as both forms about it have it. */
export interface Places {
  address: string;
  school: string;
  phone: string;
}

/** Not asked for when the personal data is protected: Samordna shows them nowhere. */
export function PlaceFields<Values extends Places>({ control, hidden }: { control: Control<Values>; hidden: boolean }) {
  // The fields that every such form has.
  const own = control as unknown as Control<Places>;
  const address = useField(own, 'address');
  const school = useField(own, 'school');
  const phone = useField(own, 'phone');
  if (hidden) {
    return (
      <Notice tone="info" title="Adress, skola och telefon skrivs inte">
        Samordna visar inte var ett barn med skyddade personuppgifter finns. Skriv det inte i fritext heller.
      </Notice>
    );
  }
  return (
    <>
      <TextField label="Adress" optional {...address} />
      <TextField label="Skola eller förskola" optional {...school} />
      <TextField label="Telefon" type="tel" width="medium" optional {...phone} />
    </>
  );
}

export function LanguageField({ control }: { control: Control<{ language: string }> }) {
  const field = useField(control, 'language');
  return <Select label="Språk" choices={languageChoices(field.value)} optional {...field} />;
}
