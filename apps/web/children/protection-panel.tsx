import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { dateText } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useActing } from '../shell/acting.ts';
import { type Child, changeChild, nameReaders, type Protection, refreshChild } from './child.ts';
import { isProtected, PROTECTION_CHOICES, PROTECTION_NAMES } from './child-words.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

/** Whether the personal data is protected, and who may then open it. */
export function ProtectionPanel({ child }: { child: Child }) {
  const [asks, setAsks] = useState<'protection' | 'readers' | null>(null);
  const close = () => setAsks(null);
  const named = child.readers.filter((reader) => reader.named).map(({ name }) => name);
  return (
    <Panel title="Skyddade personuppgifter">
      <div className="person">
        {isProtected(child.protection) ? (
          <p>
            {PROTECTION_NAMES[child.protection]}. Får öppna uppgifterna och ärendet: {named.join(', ')}. Ingen annan,
            inte heller i din enhet.{' '}
            {named.length === 1 &&
              child.readers.length > 1 &&
              'Välj gärna en till, så att någon kan ta över om du är borta.'}
          </p>
        ) : (
          <p>Nej. Alla samordnare i din enhet kan öppna barnets uppgifter.</p>
        )}
        {isProtected(child.protection) &&
          child.appointments.map(({ name, appointedAt, reason }) => (
            <p key={appointedAt}>
              {name} fick rätt att öppna av områdets administratör {dateText(appointedAt)}, när ingen annan kunde.
              Skälet: {reason}
            </p>
          ))}
        <Buttons>
          {isProtected(child.protection) && (
            <Button onPress={() => setAsks('readers')}>Välj vilka som får öppna</Button>
          )}
          <Button onPress={() => setAsks('protection')}>Ändra skyddet</Button>
        </Buttons>
      </div>
      {asks === 'readers' && <ReadersDialog child={child} onClose={close} />}
      {asks === 'protection' && <ProtectionDialog child={child} onClose={close} />}
    </Panel>
  );
}

interface DialogProps {
  child: Child;
  onClose: () => void;
}

function ProtectionDialog({ child, onClose }: DialogProps) {
  const form = useForm({ defaultValues: { protection: child.protection as string } });
  const protection = useField(form.control, 'protection');
  const dialog = useDialogForm(
    form,
    ({ protection: chosen }) => changeChild(child.id, child.version, { protection: chosen as Protection }),
    onClose,
    { refresh: () => refreshChild(child.id) },
  );
  return (
    <FormDialog title="Ändra skyddet" confirm="Spara skyddet" onClose={onClose} dialog={dialog}>
      <RadioGroup label="Har barnet skyddade personuppgifter?" choices={PROTECTION_CHOICES} {...protection} />
      <p>{consequence(child.protection, protection.value)}</p>
    </FormDialog>
  );
}

function consequence(before: string, chosen: string): string {
  if (isProtected(chosen) === isProtected(before)) return 'Vilka som får öppna uppgifterna ändras inte.';
  return isProtected(chosen)
    ? 'Uppgifterna och ärendet stängs genast för alla utom dig och den som samordnar ärendet. Adress, skola, telefon och e-post visas inte längre. Enheter som har fått kopior kan inte läsa dem förrän du lämnar ut på nytt och väljer vem som får läsa. Sedan väljer du vilka fler här som får öppna.'
    : 'Alla samordnare i din enhet kan genast öppna uppgifterna och ärendet. Adress, skola och kontaktuppgifter visas igen, och enheter som har fått kopior kan läsa dem.';
}

function ReadersDialog({ child, onClose }: DialogProps) {
  const own = useActing().id;
  const form = useForm({
    defaultValues: {
      assignmentIds: child.readers.flatMap(({ assignmentId, named }) => (named ? assignmentId : [])),
    },
  });
  const dialog = useDialogForm(
    form,
    ({ assignmentIds }) => nameReaders(child.id, child.version, [...new Set([own, ...assignmentIds])]),
    onClose,
    { refresh: () => refreshChild(child.id) },
  );
  const others = child.readers.filter(({ assignmentId }) => assignmentId !== own);
  const assignmentIds = useField(form.control, 'assignmentIds');
  return (
    <FormDialog title="Vilka får öppna?" confirm="Spara" onClose={onClose} dialog={dialog}>
      <p>Du är alltid med själv. Ska du bort från listan tar en av de andra bort dig.</p>
      {others.length === 0 ? (
        <p>Din enhet har ingen annan samordnare.</p>
      ) : (
        <CheckboxGroup
          label="Samordnare i din enhet"
          choices={others.map(({ assignmentId, name }) => ({ value: assignmentId, name }))}
          {...assignmentIds}
        />
      )}
    </FormDialog>
  );
}
