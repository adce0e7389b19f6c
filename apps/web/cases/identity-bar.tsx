import type { ReactNode } from 'react';
import { ageText, isProtected, PROTECTION_NAMES } from '../children/child-words.ts';
import { StateTag } from '../kit/state-tag.tsx';
import type { SipCase } from './case.ts';
import { CaseStateTag } from './case-state.tsx';
import { consentWords } from './case-words.ts';

/** Whose case this is and where it stands, always in sight. Other pages of a case than its own are printed without it. */
export function IdentityBar({ sipCase, onPaper = false }: { sipCase: SipCase; onPaper?: boolean }) {
  const { reference, child, state, coordinator, unit, roles } = sipCase;
  const lead = roles.find(({ role }) => role === 'LEAD_UNIT')?.unit ?? unit;
  return (
    <section className={onPaper ? 'identity-bar' : 'identity-bar screen-only'} aria-label="Ärendet i korthet">
      <p className="identity-child">
        <span className="reference soft">{reference}</span> {child.name}{' '}
        <span className="soft">({child.initials})</span>, {ageText(child.age)}
      </p>
      {isProtected(child.protection) && <StateTag tone="late">{PROTECTION_NAMES[child.protection]}</StateTag>}
      <CaseStateTag state={state} />
      <dl>
        <Fact name="Samtycke">{consentWords(sipCase)}</Fact>
        <Fact name="Huvudansvarig">{lead.name}</Fact>
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
