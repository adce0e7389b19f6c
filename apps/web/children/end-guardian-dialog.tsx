import { useForm } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { endGuardian, type Guardian, type GuardianEndReason, refreshChild } from './child.ts';
import { END_NAMES } from './child-words.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

const REASONS: GuardianEndReason[] = ['NO_LONGER_GUARDIAN', 'DECEASED', 'ENTERED_BY_MISTAKE'];

interface EndGuardianDialogProps {
  guardian: Guardian;
  onClose: () => void;
}

export function EndGuardianDialog({ guardian, onClose }: EndGuardianDialogProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const dialog = useDialogForm(
    form,
    async ({ reason }) => endGuardian(guardian.id, guardian.version, reason as GuardianEndReason),
    onClose,
    { refresh: () => refreshChild(guardian.childId) },
  );
  return (
    <FormDialog
      title={`Avsluta vårdnaden för ${guardian.name}?`}
      confirm="Avsluta vårdnaden"
      onClose={onClose}
      dialog={dialog}
    >
      <p>
        Från i dag räknas personen inte som vårdnadshavare. Det som är skrivet finns kvar, och du kan lägga till
        personen igen.
      </p>
      <RadioGroup
        label="Varför?"
        choices={REASONS.map((value) => ({ value, name: END_NAMES[value] }))}
        {...useField(form.control, 'reason', 'Välj varför.')}
      />
    </FormDialog>
  );
}
