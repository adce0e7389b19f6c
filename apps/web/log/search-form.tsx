import { useForm } from 'react-hook-form';
import { Button, Buttons } from '../kit/button.tsx';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { typesCalled } from './event-words.ts';
import type { LogSearch } from './log-search.ts';

const EMPTY = { person: '', what: '', reference: '', from: '', to: '' };

/** Who, what, which case and when, as much of it as one knows. What is searched for never stands in the address. */
export function SearchForm({ onSearch }: { onSearch: (search: LogSearch) => void }) {
  const form = useForm({ defaultValues: EMPTY });
  const { control } = form;

  const search = form.handleSubmit(({ person, what, reference, from, to }) => {
    const types = what.trim() ? typesCalled(what) : undefined;
    if (types?.length === 0) {
      form.setError('what', { message: 'Inget i loggen heter så. Pröva ett kortare ord.' }, { shouldFocus: true });
    } else if (from && to && to < from) {
      form.setError('to', { message: 'Välj samma dag som den första, eller en senare.' }, { shouldFocus: true });
    } else {
      onSearch({
        ...(person.trim() && { person }),
        ...(types && { types }),
        ...(reference.trim() && { reference }),
        ...(from && { from }),
        ...(to && { to }),
      });
    }
  });

  function showAll() {
    form.reset();
    onSearch({});
  }

  return (
    <form
      className="fields"
      role="search"
      aria-label="Sök i loggen"
      noValidate
      onSubmit={(event) => void search(event)}
    >
      <TextField label="Vem" help="En del av namnet." {...useField(control, 'person')} optional />
      <TextField label="Vad" help="Ett ord, som samtycke eller nekades." {...useField(control, 'what')} optional />
      <TextField
        label="Ärende eller fråga"
        help="Numret, som S-7F3K-Q2XY."
        {...useField(control, 'reference')}
        optional
      />
      <TextField label="Från och med" type="date" {...useField(control, 'from')} optional />
      <TextField label="Till och med" type="date" {...useField(control, 'to')} optional />
      <Buttons>
        <Button kind="primary" type="submit">
          Sök
        </Button>
        <Button kind="quiet" onPress={showAll}>
          Visa allt
        </Button>
      </Buttons>
    </form>
  );
}
