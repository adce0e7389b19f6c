import type { SipRules } from '../directory/index.ts';
import type { FieldFault } from '../platform/index.ts';
import type { NewCase } from './case-input.dto.ts';

/** What a new case is held against. */
export interface Beginning {
  today: string;
  /** The child's age in years on the day the need was seen. */
  age: number;
  /** Kind of unit that takes the initiative; null when there is no such unit. */
  service: string | null;
  unknownUnits: string[];
  recommendation: { takenUp: boolean } | null;
  continued: string | null;
  rules: SipRules;
}

/** What stands in the way of a new case: the agreement's age window and who may call, and dates that cannot be. */
export function beginningFaults(content: NewCase, at: Beginning): FieldFault[] {
  const { ages, mayCall } = at.rules;
  const faults: FieldFault[] = [];
  const fault = (field: keyof NewCase, message: string) => faults.push({ field, message });
  if (content.needOn > at.today) fault('needOn', 'Dagen har inte varit än. Ange dagens datum eller en tidigare dag.');
  if (at.age < ages.from || at.age > ages.to) {
    fault('childId', `Överenskommelsen gäller från ${ages.from} till och med ${ages.to} år.`);
  }
  if (!at.service) fault('initiatingUnitId', 'Enheten finns inte. Välj en enhet i listan.');
  else if (!mayCall.includes(at.service)) {
    fault(
      'initiatingUnitId',
      'Enligt överenskommelsen kallar inte den verksamheten till SIP. Välj den enhet som kallar.',
    );
  }
  if (at.unknownUnits.length > 0)
    fault('unitIds', 'En av enheterna finns inte eller är stängd. Välj enheter i listan.');
  if (content.kind === 'DISCHARGE_SIP' && !content.dischargeReadyOn) {
    fault('dischargeReadyOn', 'Ange vilken dag barnet är utskrivningsklart.');
  }
  if (content.recommendation && !at.recommendation) {
    fault('recommendation', 'Det finns ingen sådan rekommendation. Kontrollera numret.');
  }
  if (at.recommendation?.takenUp) fault('recommendation', 'Rekommendationen har redan tagits upp i ett ärende.');
  if (content.continuesId && !at.continued) {
    fault('continuesId', 'Ett nytt ärende kan bara fortsätta ett avslutat ärende för samma barn.');
  }
  return faults;
}
