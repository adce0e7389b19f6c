import type { SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button } from '../kit/button.tsx';
import { dateText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { useFamilyExtract } from './disclosure.ts';

/** `/arenden/:id/utdrag`: for the family, who has got what, when and why, in plain words on paper. */
export const FamilyExtractPage = () => <CaseDoor>{(sipCase) => <Extract sipCase={sipCase} />}</CaseDoor>;

function Extract({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <PageHeader
        title="Vem har fått veta vad"
        back={{ to: pathOf(sipCase.id, 'utlamnat'), name: `Ärende ${sipCase.reference}` }}
        actions={
          <Button kind="primary" icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <Loaded query={useFamilyExtract(sipCase.id)}>
        {({ reference, childName, unitName, on, rows }) => (
          <article className="a4">
            <p>
              Gäller {childName}, ärende {reference}. Skrivet {dateText(on)} av {unitName}.
            </p>
            {rows.length === 0 ? (
              <p>Inget om barnet har lämnats ut.</p>
            ) : (
              <>
                <p>Det här har lämnats ut om barnet i arbetet med SIP. Det senaste står överst.</p>
                <ul className="extract">
                  {rows.map((row, number) => (
                    <li key={number}>
                      <strong>
                        {dateText(row.on)}: {row.what}, till {row.to}
                      </strong>
                      <span className="second-line">{row.because}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p>
              Den som har fått något behåller det. Vill ni ändra vad som får lämnas ut, säg till {unitName}. Det gäller
              genast.
            </p>
          </article>
        )}
      </Loaded>
    </>
  );
}
