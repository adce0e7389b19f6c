import type { ReactNode } from 'react';
import { adultFrom, ageText, isProtected, PROTECTION_NAMES } from '../children/child-words.ts';
import { relativeWords } from '../kit/date-words.ts';
import { StateTag } from '../kit/state-tag.tsx';
import type { SipCase } from './case.ts';
import { CaseStateTag } from './case-state.tsx';
import { consentWords } from './case-words.ts';

/** Whose case this is and where it stands, always in sight. Other pages of a case than its own are printed without it. */
export function IdentityBar({ sipCase, onPaper = false }: { sipCase: SipCase; onPaper?: boolean }) {
  const { reference, child, state, coordinator, roles } = sipCase;
  const lead = roles.find(({ role }) => role === 'LEAD_UNIT')?.unit;
  return (
    <section className={onPaper ? 'identity-bar' : 'identity-bar screen-only'} aria-label="Ärendet i korthet">
      <p className="identity-child">
        <span className="reference soft">{reference}</span> {child.name}{' '}
        <span className="soft">({child.initials})</span>, {ageText(child.age)}
        {child.age === 17 && <span className="soft">, fyller 18 {relativeWords(adultFrom(child.birthDate))}</span>}
      </p>
      {isProtected(child.protection) && <StateTag tone="late">{PROTECTION_NAMES[child.protection]}</StateTag>}
      <CaseStateTag state={state} />
      <dl>
        {!sipCase.endedOn && <Fact name="Samtycke">{consentWords(sipCase)}</Fact>}
        {lead && <Fact name="Huvudansvarig">{lead.name}</Fact>}
        <Fact name="Samordnare">{coordinator.name}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
