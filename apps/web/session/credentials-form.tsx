import type { UseMutationResult } from '@tanstack/react-query';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { asProblem, type Problem } from '../api/problem.ts';
import type { Credentials, Session } from '../api/session.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { clockText, waitWords } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { TextField } from '../kit/text-field.tsx';

export const useCredentials = () => useForm<Credentials>({ defaultValues: { username: '', password: '' } });

interface CredentialsFormProps {
  form: UseFormReturn<Credentials>;
  signIn: UseMutationResult<Session, Error, Credentials>;
}

/** Name and password. A refusal keeps what was typed and says what to do. */
export function CredentialsForm({ form, signIn }: CredentialsFormProps) {
  const submit = form.handleSubmit((values) => signIn.mutate(values));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="form">
      {signIn.error && <Refused problem={asProblem(signIn.error)} at={signIn.submittedAt} />}
      <TextField
        label="Användarnamn"
        autoComplete="username"
        autoFocus
        {...useField(form.control, 'username', 'Skriv ditt användarnamn.')}
      />
      <TextField
        label="Lösenord"
        type="password"
        autoComplete="current-password"
        {...useField(form.control, 'password', 'Skriv ditt lösenord.')}
      />
      <Buttons>
        <Button kind="primary" type="submit" pending={signIn.isPending}>
          Logga in
        </Button>
      </Buttons>
    </form>
  );
}

/** `at` is when the refused try was sent, in milliseconds. */
function Refused({ problem, at }: { problem: Problem; at: number }) {
  if (problem.status === 429 && problem.retryAfter !== undefined) {
    const until = new Date(at + problem.retryAfter * 1000);
    return (
      <Notice tone="stop" title="För många försök">
        Vänta {waitWords(problem.retryAfter)} och försök igen klockan {clockText(until)}. Det du har skrivit finns kvar.
      </Notice>
    );
  }
  return (
    <Notice tone="stop" title={problem.title}>
      {problem.detail}
    </Notice>
  );
}
