import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BehindFullStop } from '../children/full-stop.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { type SipCase, useCase, useCaseCover } from './case.ts';
import { IdentityBar } from './identity-bar.tsx';

interface CaseDoorProps {
  /** The page shows the identity bar itself. */
  hasBar?: boolean;
  children: (sipCase: SipCase, news: number) => ReactNode;
}

/**
 * The way into every page of the case that the address names, with its identity bar. Only whether the child is protected is read
 * first; the case itself when the person has said that they go on.
 */
export function CaseDoor(props: CaseDoorProps) {
  const { id = '' } = useParams();
  return useActing().role === 'SIP_COORDINATOR' ? <Door key={id} id={id} {...props} /> : <NotYourPage />;
}

type DoorProps = CaseDoorProps & { id: string };

function Door(props: DoorProps) {
  return (
    <Loaded query={useCaseCover(props.id)} page door>
      {({ childId, protection }) => (
        <BehindFullStop id={childId} protection={protection}>
          <Opened {...props} />
        </BehindFullStop>
      )}
    </Loaded>
  );
}

function Opened({ id, hasBar = false, children }: DoorProps) {
  const { query, news } = useCase(id);
  return (
    <Loaded query={query} page>
      {(sipCase) => (
        <>
          {!hasBar && <IdentityBar sipCase={sipCase} />}
          {children(sipCase, news)}
        </>
      )}
    </Loaded>
  );
}
