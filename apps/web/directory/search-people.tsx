import { useForm } from 'react-hook-form';
import { Button } from '../kit/button.tsx';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';

/** Narrows the list of people. What is searched for never stands in the address. */
export function SearchPeople({ onSearch }: { onSearch: (text: string) => void }) {
  const form = useForm({ defaultValues: { text: '' } });
  const text = useField(form.control, 'text');
  const submit = form.handleSubmit((written) => {
    const wanted = written.text.trim();
    if (wanted.length === 1) form.setError('text', { message: 'Skriv minst två tecken.' });
    else onSearch(wanted);
  });
  function showAll() {
    form.reset();
    onSearch('');
  }
  return (
    <form className="code-row search-row" role="search" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label="Sök på namn, användarnamn eller enhet" type="search" {...text} />
      <Button type="submit">Sök</Button>
      {text.value && (
        <Button kind="quiet" onPress={showAll}>
          Visa alla
        </Button>
      )}
    </form>
  );
}
