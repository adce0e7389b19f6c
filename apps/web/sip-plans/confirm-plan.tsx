import type { SipCase } from '../cases/case.ts';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Facts } from '../kit/panel.tsx';
import { answering, confirmPlan, type Plan } from './plan.ts';

interface ConfirmPlanProps {
  sipCase: SipCase;
  plan: Plan;
  /** The draft's version that is confirmed; null: nothing is asked. */
  version: number | null;
  onConfirmed: (number: number) => void;
  onClose: () => void;
}

/** The full stop before a plan is fixed: what it says, and who can then be given it. */
export function ConfirmPlan({ sipCase, plan, version, onConfirmed, onClose }: ConfirmPlanProps) {
  const { content, units, caseId } = plan;
  const { needs, goals, interventions, lead, followUpOn, familyAgrees } = content;
  const parties = sipCase.parties.filter(({ leftOn }) => !leftOn).map(({ unit }) => unit.name);
  return (
    <ConfirmDialog
      title="Fastställ planen"
      confirm="Fastställ planen"
      isOpen={version !== null}
      onClose={onClose}
      onConfirm={async () => {
        const { versions } = await confirmPlan(caseId, version!);
        onConfirmed(versions[0]!.number);
      }}
    >
      <p>En fastställd plan går inte att ändra. Det som ska ändras skrivs i nästa plan, efter uppföljningen.</p>
      <p>Inget lämnas ut av sig själv. Det gör du sedan, under Utlämnat.</p>
      <Facts
        facts={[
          {
            name: 'Det här fastställs',
            value: `${counted(needs.length, 'behov', 'behov')}, ${counted(goals.length, 'mål', 'mål')} och ${counted(interventions.length, 'insats', 'insatser')}`,
          },
          {
            name: 'Övergripande ansvar',
            value: [answering(units, lead.unitId), lead.person].filter(Boolean).join(', '),
          },
          ...(followUpOn ? [{ name: 'Följs upp', value: <DateText value={followUpOn} /> }] : []),
          { name: 'Familjen', value: familyAgrees ? 'Är överens' : `Är inte överens om: ${content.dissent ?? ''}` },
          { name: 'Kan sedan få planen', value: ['Barnet och vårdnadshavarna', ...parties].join('\n') },
        ]}
      />
    </ConfirmDialog>
  );
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
