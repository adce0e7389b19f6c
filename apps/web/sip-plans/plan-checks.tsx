import { FieldLinks } from '../kit/error-summary.tsx';
import { Icon } from '../kit/icon.tsx';
import type { Plan, PlanGap } from './plan.ts';

/** What the law and what the agreement still ask for, each line leading to its field. Counted each time the plan is saved. */
export function PlanChecks({ plan }: { plan: Plan }) {
  return (
    <div className="plan-checks">
      <Check title="Lagens krav" gaps={plan.legalGaps} note={plan.legalReference} />
      <Check title="Överenskommelsens krav" gaps={plan.agreementGaps} />
    </div>
  );
}

function Check({ title, gaps, note }: { title: string; gaps: PlanGap[]; note?: string }) {
  const isMet = gaps.length === 0;
  return (
    <section className="panel plan-check" aria-label={title}>
      <h2>{title}</h2>
      <p className={isMet ? 'plan-met' : 'plan-unmet'} role="status">
        <Icon name={isMet ? 'check' : 'info'} />
        <span>{isMet ? 'Allt finns med' : `${gaps.length} kvar`}</span>
      </p>
      <FieldLinks faults={gaps} />
      {note && <p className="soft">{note}</p>}
    </section>
  );
}
