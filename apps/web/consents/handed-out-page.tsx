import { useParams } from 'react-router';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { childLine, CopyText } from './copy-text.tsx';
import { useHandedOut, whatWords } from './disclosure.ts';

/** `/arenden/:id/utlamnat/:copy`: one copy as its recipient has it, to print for the family. */
export function HandedOutPage() {
  const { copy = '' } = useParams();
  return <CaseDoor>{() => <HandedOut id={copy} />}</CaseDoor>;
}

function HandedOut({ id }: { id: string }) {
  return (
    <Loaded query={useHandedOut(id)} page>
      {(copy) => (
        <>
          <PageHeader
            title={whatWords(copy)}
            lead={`${childLine(copy)}. Till ${copy.to}.`}
            back={{ to: pathOf(copy.caseId, 'utlamnat'), name: `Ärende ${copy.reference}` }}
            actions={
              <Button kind="primary" icon="print" onPress={() => window.print()}>
                Skriv ut
              </Button>
            }
          />
          <article className="a4">
            <CopyText copy={copy} heading="h2" />
          </article>
        </>
      )}
    </Loaded>
  );
}
