import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Problem } from '../api/problem.ts';
import { changePassword } from '../api/session.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';

const EMPTY = { currentPassword: '', newPassword: '', again: '' };

interface PasswordFormProps {
  /** What the password that one has now is called here. */
  current: string;
  confirm: string;
  onDone?: () => void;
}

/** The password that one has, and a new one twice. */
export function PasswordForm({ current, confirm, onDone = () => undefined }: PasswordFormProps) {
  const [shown, setShown] = useState(false);
  const form = useForm({ defaultValues: EMPTY });
  const { submit, problem, pending } = useDialogForm(form, change, onDone);
  const type = shown ? 'text' : 'password';
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <TextField
        label={current}
        type={type}
        width="medium"
        autoComplete="current-password"
        {...useField(form.control, 'currentPassword', 'Skriv lösenordet du loggade in med.')}
      />
      <TextField
        label="Nytt lösenord"
        help="Minst 15 tecken. Flera ord efter varandra är lätta att minnas och svåra att gissa."
        type={type}
        width="medium"
        autoComplete="new-password"
        {...useField(form.control, 'newPassword', 'Skriv ett nytt lösenord.')}
      />
      <TextField
        label="Nytt lösenord en gång till"
        type={type}
        width="medium"
        autoComplete="new-password"
        {...useField(form.control, 'again', 'Skriv det nya lösenordet en gång till.')}
      />
      <Buttons>
        <Button kind="primary" type="submit" pending={pending}>
          {confirm}
        </Button>
        <Button kind="quiet" onPress={() => setShown(!shown)}>
          {shown ? 'Dölj lösenorden' : 'Visa lösenorden'}
        </Button>
      </Buttons>
    </form>
  );
}

function change({ again, ...passwords }: typeof EMPTY): Promise<void> {
  if (again === passwords.newPassword) return changePassword(passwords);
  const message = 'Det är inte samma som det nya lösenordet. Skriv det en gång till.';
  const errors = [{ field: 'again', message }];
  throw new Problem({ type: 'about:blank', title: 'Ett fält behöver rättas', status: 422, errors });
}
