import type { Control } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { FieldError } from '../api/problem.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import type { DraftFields } from './draft.ts';
import { MarkedText, type RefusedText } from './marked-text.tsx';

const LONGEST = 4000;

export type DraftForm = DraftFields & { childAtRisk: string };

interface DraftFieldsetProps {
  control: Control<DraftForm>;
  /** Why the last save was refused, field by field. */
  errors: FieldError[];
  refused: Record<string, RefusedText>;
}

/** The five fields of a question. */
export function DraftFieldset({ control, errors, refused }: DraftFieldsetProps) {
  const { content, choicesOf } = useAgreement();
  const most = content?.limits.themesPerRequest ?? 3;
  // In the order that they stand: the first that is missing is the first to get the focus.
  const question = useField(control, 'question', 'Skriv vad du vill ha hjälp med.');
  const themes = useField(control, 'themes', 'Välj minst ett tema.');
  const tooMany = themes.value.length > most ? `Välj högst ${most} teman.` : undefined;

  const notSaved = (name: keyof DraftFields) => {
    const error = errors.find(({ field }) => field === name);
    return error && { error: error.message };
  };

  return (
    <>
      <div className="field-with-copy">
        <TextArea
          label="Vad vill du ha hjälp med?"
          help="Skriv ”eleven” eller ”barnet”. Inga namn på personer, skolor eller orter."
          maxLength={LONGEST}
          {...question}
          {...notSaved('question')}
        />
        <MarkedText refused={refused['question']} />
      </div>
      <CheckboxGroup
        label="Vad handlar det om?"
        help={`Välj högst ${most}.`}
        columns
        choices={choicesOf('themes')}
        {...themes}
        {...(tooMany && { error: tooMany })}
        {...notSaved('themes')}
      />
      <RadioGroup
        label="Hur gammalt är barnet?"
        choices={choicesOf('ageBands')}
        {...useField(control, 'ageBand', 'Välj åldersgrupp.')}
        {...notSaved('ageBand')}
      />
      <div className="field-with-copy">
        <TextArea
          label="Vad har ni prövat?"
          help="Har ni inte prövat något ännu, skriv det."
          maxLength={LONGEST}
          {...useField(control, 'tried', 'Skriv vad ni har prövat. Har ni inte prövat något, skriv det.')}
          {...notSaved('tried')}
        />
        <MarkedText refused={refused['tried']} />
      </div>
      <CheckboxGroup
        label="Vilka är redan inblandade?"
        help="Ta med din egen verksamhet."
        columns
        choices={choicesOf('services')}
        {...useField(control, 'services', 'Välj minst en verksamhet, till exempel er egen.')}
        {...notSaved('services')}
      />
    </>
  );
}
