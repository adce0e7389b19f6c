import type { SipCase } from '../cases/case.ts';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { Link as RouterLink } from 'react-router';
import { type Plan, type PlanVersionRow, planPath, usePlan } from './plan.ts';

/** The plan of a case: the one being written, and those that were confirmed. */
export function PlanPanel({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={usePlan(sipCase.id)}>
      {(plan) => (
        <Opened plan={plan} isEnding={sipCase.endingDecided === true} isOpen={sipCase.steps.includes('change')} />
      )}
    </Loaded>
  );
}

function Opened({ plan, isEnding, isOpen }: { plan: Plan; isEnding: boolean; isOpen: boolean }) {
  const { caseId, editable, versions } = plan;
  if (!editable && versions.length === 0) {
    return (
      <Panel title="Plan">
        {isOpen ? (
          <EmptyState title="Ingen plan än">Planen skrivs när det första mötet har hållits.</EmptyState>
        ) : (
          <EmptyState title="Ingen plan">Ärendet avslutades innan någon plan blev fastställd.</EmptyState>
        )}
      </Panel>
    );
  }
  return (
    <>
      {editable && <Draft plan={plan} isEnding={isEnding} />}
      {!editable && <Abandoned plan={plan} />}
      {versions.length > 0 && (
        <Panel title="Fastställda planer">
          <ul className="rows">
            {versions.map((version) => (
              <VersionRow key={version.number} caseId={caseId} version={version} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Draft({ plan, isEnding }: { plan: Plan; isEnding: boolean }) {
  const { caseId, version, savedAt, savedBy, legalGaps, agreementGaps, versions } = plan;
  const verb = version === 0 ? 'Börja skriva planen' : 'Skriv vidare';
  return (
    <Panel
      title={versions.length > 0 ? 'Nästa plan' : 'Planen skrivs'}
      action={
        <Link to={planPath(caseId)} kind={isEnding ? 'secondary' : 'primary'}>
          {verb}
        </Link>
      }
    >
      {isEnding && <p>Ni har bestämt att avsluta ärendet. Ändrar ni er skriver ni nästa plan i stället.</p>}
      {savedAt && (
        <p>
          Sparad <DateText value={savedAt} time /> av {savedBy}.
        </p>
      )}
      <p>
        {left('Lagens krav', legalGaps.length)} {left('Överenskommelsens krav', agreementGaps.length)}
      </p>
    </Panel>
  );
}

const left = (what: string, gaps: number): string => `${what}: ${gaps === 0 ? 'allt finns med' : `${gaps} kvar`}.`;

/** A unit with promises in the plan has left: nothing is lost, but somebody has to take them over. */
function Abandoned({ plan: { agreementGaps, content, units } }: { plan: Plan }) {
  const left = agreementGaps.flatMap(({ check, field }) => {
    const promise = check === 'RESPONSIBLE_UNIT' && content.interventions[Number(field.split('.')[1])];
    const unit = promise && units.find(({ id }) => id === promise.unitId);
    return promise && unit ? [{ id: promise.id, text: promise.text, unit: unit.name }] : [];
  });
  if (left.length === 0) return null;
  return (
    <Notice tone="warning" title="En part med insatser kvar har lämnat">
      <ul>
        {left.map(({ id, text, unit }) => (
          <li key={id}>
            {text} ({unit})
          </li>
        ))}
      </ul>
      <p>Planen gäller som den står. Bestäm vid uppföljningen vem som tar över, och skriv det i nästa plan.</p>
    </Notice>
  );
}

function VersionRow({ caseId, version }: { caseId: string; version: PlanVersionRow }) {
  const { number, confirmedOn, confirmedBy, followUpOn, familyAgrees } = version;
  return (
    <li>
      <RouterLink className="row-link" to={planPath(caseId, number)}>
        <span>
          <span className="row-name">Plan {number}</span>
          <span className="row-more">
            Fastställd <DateText value={confirmedOn} /> av {confirmedBy}. Följs upp <DateText value={followUpOn} />.
            {!familyAgrees && ' Familjen är inte överens om allt.'}
          </span>
        </span>
        <Icon name="right" />
      </RouterLink>
    </li>
  );
}
