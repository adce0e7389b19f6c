import type { Control } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import type { DraftForm } from './draft-fieldset.tsx';

/** Asked at each sending, never stored: a child at risk now is helped by a report of concern, not by a consultation. */
export function RiskQuestion({ control }: { control: Control<DraftForm> }) {
  return (
    <RadioGroup
      label="Far ett barn illa just nu?"
      choices={[
        { value: 'no', name: 'Nej' },
        { value: 'yes', name: 'Ja, eller jag misstänker det' },
      ]}
      {...useField(control, 'childAtRisk', 'Svara ja eller nej.')}
    />
  );
}

export function ReportOfConcern() {
  const { content } = useAgreement();
  return (
    <Notice tone="stop" title="Stopp: gör en orosanmälan först">
      <p>{content?.reportOfConcern.text}</p>
      <p className="soft">{content?.reportOfConcern.legalReference}</p>
      <p>
        Frågan skickas inte härifrån nu. Ditt utkast är kvar, och du kan skicka in det när barnet inte längre är i fara.
      </p>
    </Notice>
  );
}
