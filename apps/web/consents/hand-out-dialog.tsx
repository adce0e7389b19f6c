import { type Control, useForm, useWatch } from 'react-hook-form';
import { useCreationKey } from '../api/creation-key.ts';
import type { SipCase } from '../cases/case.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Consents, decidesAlone, type PartyCoverage } from './consent.ts';
import { lackWords } from './consent-words.ts';
import { ExclusionsNotice } from './consents-panel.tsx';
import { type DisclosedKind, type Disclosures, handOut, usePartyReaders, whatWords } from './disclosure.ts';
import { useConsentForm } from './use-consent-form.ts';

interface Values {
  what: string;
  units: string[];
  family: string[];
  /** Of a protected child: who may read, by unit. */
  readers: Record<string, string[]>;
}

interface HandOutDialogProps {
  sipCase: SipCase;
  consents: Consents;
  view: Disclosures;
  onClose: () => void;
}

/** The full stop before something is handed out: what the family has left out, who may get it, and that it stays theirs. */
export function HandOutDialog({ sipCase, consents, view, onClose }: HandOutDialogProps) {
  const creation = useCreationKey();
  const form = useForm<Values>({ defaultValues: { what: '', units: [], family: [], readers: {} } });
  const dialog = useConsentForm(
    sipCase.id,
    form,
    async ({ what, units, family, readers }) => {
      const header = creation.header();
      creation.renew();
      const body = {
        what: what as DisclosedKind,
        units: units.map((unitId) => ({ unitId, ...(view.guarded && { readerIds: readers[unitId] ?? [] }) })),
        guardianIds: family.filter((who) => who !== 'CHILD'),
        child: family.includes('CHILD'),
      };
      await handOut(sipCase.id, body, header);
    },
    onClose,
  );
  const [what, chosen] = useWatch({ control: form.control, name: ['what', 'units'] });
  const category = view.available.find((one) => one.what === what)?.category;
  const chosenParties = consents.parties.filter(({ unit }) => chosen.includes(unit.id));
  return (
    <FormDialog title="Innan du lämnar ut" confirm="Lämna ut" onClose={onClose} dialog={dialog}>
      <ExclusionsNotice exclusions={view.exclusions} />
      <p>
        Den som får något behåller det, även om samtycket återkallas sedan. Läs igenom att inget undantaget står med.
      </p>
      <RadioGroup
        label="Vad lämnar du ut?"
        choices={view.available.map((one) => ({ value: one.what, name: whatWords(one) }))}
        {...useField(form.control, 'what', 'Välj vad du lämnar ut.')}
      />
      {category && <Units control={form.control} parties={consents.parties} category={category} />}
      {view.guarded &&
        chosenParties.map((party) => <Readers key={party.partyId} control={form.control} party={party} />)}
      <CheckboxGroup
        label="Eget exemplar till familjen"
        choices={consents.consenters.map(({ guardianId, name, consenter }) => ({
          value: guardianId ?? consenter,
          name,
        }))}
        help={
          decidesAlone(sipCase, consents)
            ? 'Barnet samtycker själv. Ge vårdnadshavare ett exemplar bara om barnet vill det.'
            : undefined
        }
        optional
        {...useField(form.control, 'family')}
      />
    </FormDialog>
  );
}

interface UnitsProps {
  control: Control<Values>;
  parties: PartyCoverage[];
  category: string;
}

/** The parties that may be told it; of the others, what is missing. */
function Units({ control, parties, category }: UnitsProps) {
  const units = useField(control, 'units');
  const coverage = parties.map((party) => ({
    ...party,
    covered: party.categories.find((one) => one.category === category),
  }));
  const may = coverage.filter(({ covered }) => covered && covered.by !== 'NOTHING');
  const mayNot = coverage.filter((party) => !may.includes(party));
  return (
    <>
      {may.length > 1 && (
        <Buttons>
          <Button onPress={() => units.onChange(may.map(({ unit }) => unit.id))}>Markera alla parter</Button>
        </Buttons>
      )}
      {may.length > 0 && (
        <CheckboxGroup
          label="Vilka parter får det?"
          choices={may.map(({ unit, covered }) => ({
            value: unit.id,
            name: unit.name,
            help: covered?.by === 'GROUND' ? 'På annan grund än samtycke' : 'Med samtycke',
          }))}
          optional
          {...units}
        />
      )}
      {mayNot.length > 0 && (
        <Notice tone="info" title="Kan inte få det">
          <ul>
            {mayNot.map(({ partyId, unit, covered }) => (
              <li key={partyId}>
                {unit.name}. Saknas: {lackWords(covered?.missing ?? [])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Of a protected child, people and never a whole unit. */
function Readers({ control, party: { partyId, unit } }: { control: Control<Values>; party: PartyCoverage }) {
  const field = useField(control, `readers.${unit.id}`, 'Välj vilka som får läsa.');
  return (
    <Loaded query={usePartyReaders(partyId)}>
      {({ readers }) =>
        readers.length === 0 ? (
          <Notice tone="warning" title={`Ingen på ${unit.name} har inloggning`}>
            Be områdets administratör lägga till den som ska läsa.
          </Notice>
        ) : (
          <CheckboxGroup
            label={`Vilka på ${unit.name} får läsa?`}
            help="Barnet är skyddat: bara de du väljer ser det."
            choices={readers.map(({ assignmentId, name }) => ({ value: assignmentId, name }))}
            {...field}
            value={field.value ?? []}
          />
        )
      }
    </Loaded>
  );
}
