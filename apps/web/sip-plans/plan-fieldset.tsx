import type { Control } from 'react-hook-form';
import { Button } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { dayText, relativeWords } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import type { Plan } from './plan.ts';
import { Goals, Interventions, Needs, unitChoices } from './plan-row-fields.tsx';
import type { PlanValues } from './plan-values.ts';

const LONGEST = 4000;

interface PartProps {
  control: Control<PlanValues>;
}

interface PlanFieldsetProps extends PartProps {
  plan: Plan;
}

/** The whole plan to write, the child's own words first. */
export function PlanFieldset({ control, plan }: PlanFieldsetProps) {
  return (
    <>
      <Words control={control} />
      <Needs control={control} />
      <Goals control={control} />
      <Interventions control={control} plan={plan} />
      <Others control={control} />
      <Lead control={control} plan={plan} />
      <FollowUp control={control} plan={plan} />
      <Family control={control} />
      <ForTheChild control={control} />
    </>
  );
}

function Words({ control }: PartProps) {
  return (
    <section className="panel plan-part">
      <h2>Vad är viktigt?</h2>
      <TextArea
        label="Barnets egna ord"
        help="Så som barnet säger det. Saknas barnets ord, skriv varför."
        rows={3}
        maxLength={LONGEST}
        {...useField(control, 'childsWords')}
      />
      <TextArea
        label="Vårdnadshavarnas egna ord"
        rows={3}
        maxLength={LONGEST}
        optional
        {...useField(control, 'guardiansWords')}
      />
    </section>
  );
}

function Others({ control }: PartProps) {
  return (
    <section className="panel plan-part">
      <h2>Vad andra gör</h2>
      <TextArea
        label="Åtgärder av någon annan än kommunen och regionen"
        help="Till exempel familjen, en friskola eller en förening."
        rows={2}
        maxLength={LONGEST}
        optional
        {...useField(control, 'measuresByOthers')}
      />
      <CheckboxGroup
        label="Finns det inga sådana åtgärder?"
        choices={[{ value: 'none', name: 'Nej, inga' }]}
        {...useField(control, 'noMeasuresByOthers')}
      />
    </section>
  );
}

function Lead({ control, plan }: PlanFieldsetProps) {
  const unit = useField(control, 'lead.unitId');
  return (
    <section className="panel plan-part">
      <h2>Övergripande ansvar</h2>
      <Select
        label="Vilken enhet har det övergripande ansvaret?"
        help="Lagen kräver att det är kommunen eller regionen."
        width="full"
        choices={unitChoices(plan, unit.value)}
        {...unit}
      />
      <TextField label="Vem på enheten?" help="Namn och befattning." {...useField(control, 'lead.person')} />
    </section>
  );
}

function FollowUp({ control, plan }: PlanFieldsetProps) {
  const { latestFollowUpOn, suggestedFollowUpOn } = plan;
  const day = useField(control, 'followUpOn');
  const caller = useField(control, 'followUpCalledByUnitId');
  return (
    <section className="panel plan-part">
      <h2>Uppföljning</h2>
      <TextField
        label="Vilken dag följs planen upp?"
        type="date"
        width="short"
        {...(latestFollowUpOn && { help: `Senast ${dayText(latestFollowUpOn)}.` })}
        {...day}
      />
      {suggestedFollowUpOn && !day.value && (
        <div>
          <Button kind="quiet" onPress={() => day.onChange(suggestedFollowUpOn)}>
            {`Ta ${dayText(suggestedFollowUpOn)} (${relativeWords(suggestedFollowUpOn)})`}
          </Button>
        </div>
      )}
      <Select
        label="Vilken enhet kallar till uppföljningen?"
        width="full"
        choices={unitChoices(plan, caller.value)}
        {...caller}
      />
    </section>
  );
}

function Family({ control }: PartProps) {
  const agrees = useField(control, 'familyAgrees');
  const dissent = useField(control, 'dissent');
  return (
    <section className="panel plan-part">
      <h2>Familjens syn</h2>
      <RadioGroup
        label="Är familjen överens om planen?"
        choices={[
          { value: 'yes', name: 'Ja' },
          { value: 'no', name: 'Nej, inte om allt', help: 'Planen går att fastställa ändå. Skriv vad det gäller.' },
        ]}
        {...agrees}
        onChange={(value) => agrees.onChange(value as PlanValues['familyAgrees'])}
      />
      {(agrees.value === 'no' || dissent.value !== '') && (
        <TextArea label="Vad är någon inte överens om?" rows={2} maxLength={2000} {...dissent} />
      )}
    </section>
  );
}

function ForTheChild({ control }: PartProps) {
  return (
    <section className="panel plan-part">
      <h2>Till barnet</h2>
      <TextArea
        label="Planen med lätta ord"
        help="Korta meningar, så att barnet förstår. Vem som gör vad fylls i av sig själv."
        rows={3}
        maxLength={LONGEST}
        optional
        {...useField(control, 'childVersion')}
      />
    </section>
  );
}
