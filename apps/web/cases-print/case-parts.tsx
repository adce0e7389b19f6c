import { useAgreement } from '../agreement/use-agreement.ts';
import { ASKERS, clockName, clockWords, KINDS, stateWords } from '../cases/case-words.ts';
import { ageText, KIND_NAMES, numberText } from '../children/child-words.ts';
import { languageName } from '../children/languages.ts';
import { missingPeople, PURPOSES, STANDINGS } from '../consents/consent-words.ts';
import { dateText } from '../kit/date-words.ts';
import { Facts, Panel } from '../kit/panel.tsx';
import type { CaseFile } from './case-file.ts';
import { Lines, Sheet, together, written } from './paper.tsx';

/** Who the case is about, what it is about, who takes part, and what the family has said. */
export function CaseParts({ file }: { file: CaseFile }) {
  return (
    <>
      <Child child={file.child} />
      <Need sipCase={file.case} />
      <Parties parties={file.case.parties} />
      <Consents consents={file.consents} />
    </>
  );
}

function Child({ child }: { child: CaseFile['child'] }) {
  const { givenName, familyName, identityKind, identity, birthDate, age, guardians } = child;
  return (
    <Sheet
      title="Barnet och vårdnadshavarna"
      facts={[
        ['Namn', `${givenName} ${familyName}`],
        [KIND_NAMES[identityKind], numberText(identity)],
        ['Född', `${dateText(birthDate)}, ${ageText(age)}`],
        ['Adress', child.address],
        ['Skola', child.school],
        ['Telefon', child.phone],
        ['Språk', child.language && languageName(child.language)],
      ]}
    >
      <Lines lines={guardians.map((guardian) => ({ id: guardian.id, text: guardianWords(guardian) }))} />
    </Sheet>
  );
}

const guardianWords = (guardian: CaseFile['child']['guardians'][number]): string =>
  together([
    guardian.name,
    guardian.identity && numberText(guardian.identity),
    guardian.address,
    guardian.phone,
    guardian.email,
    `talar ${languageName(guardian.language)}`,
    guardian.interpreter && 'behöver tolk',
    guardian.endedOn && `inte längre vårdnadshavare sedan ${dateText(guardian.endedOn)}`,
  ]);

function Need({ sipCase }: { sipCase: CaseFile['case'] }) {
  const { kind, state, coordinator, unit, clocks } = sipCase;
  return (
    <Sheet
      title="Ärendet"
      facts={[
        ['Slag', KINDS[kind].name],
        ['Läge', stateWords(state).name],
        ['Samordnare', `${coordinator.name}, ${unit.name}`],
        ['Bad om SIP', ASKERS[sipCase.askedBy]],
        ['Tog initiativet', sipCase.initiatingUnit.name],
        ...clocks.map((clock): [string, string] => [
          clockName(clock),
          `${dateText(clock.metOn ?? clock.dueOn)} (${clockWords(clock)})`,
        ]),
      ]}
    >
      <Facts
        facts={written([
          ['Vad som behöver samordnas', sipCase.need],
          ['Frågor till mötet', sipCase.questions.join('\n')],
          ['Hur barnet är med', sipCase.participation],
          ['Hur familjen informerades', sipCase.informed],
          ['Hur barnet informerades', sipCase.childInformed],
          ['Varför det blev nej', sipCase.refusal],
          ['Hur det slutade', sipCase.closingNote],
        ])}
      />
    </Sheet>
  );
}

function Parties({ parties }: { parties: CaseFile['case']['parties'] }) {
  if (parties.length === 0) return null;
  return (
    <Panel title="Parter">
      <Lines
        lines={parties.map(({ id, unit, joinedOn, leftOn, leftReason }) => ({
          id,
          text: together([
            unit.name,
            `med från ${dateText(joinedOn)}`,
            leftOn && `lämnade ${dateText(leftOn)}`,
            leftReason,
          ]),
        }))}
      />
    </Panel>
  );
}

function Consents({ consents }: { consents: CaseFile['consents'] }) {
  const { content } = useAgreement();
  const nameOf = (code: string) => content?.sip.categories.find((category) => category.code === code)?.name ?? code;
  const missing = missingPeople(consents);
  return (
    <Panel title="Samtycken">
      {missing.length > 0 && <p>Saknas: {missing.map(({ name, words }) => `${name}: ${words}`).join('; ')}</p>}
      <Lines
        lines={consents.consents.map(({ id, name, purpose, standing, decidedOn, validTo, ...consent }) => ({
          id,
          text: (
            <>
              {together([
                name,
                PURPOSES[purpose].name.toLowerCase(),
                `svarade ${dateText(decidedOn)}`,
                STANDINGS[standing].name.toLowerCase(),
                validTo && `till och med ${dateText(validTo)}`,
              ])}
              {purpose === 'DISCLOSURE' && (
                <span className="second-line">
                  {together(consent.categories.map(nameOf))}. Till {together(consent.units.map((unit) => unit.name))}.
                </span>
              )}
              {consent.exclusions && <span className="second-line">Inte: {consent.exclusions}</span>}
            </>
          ),
        }))}
      />
    </Panel>
  );
}
