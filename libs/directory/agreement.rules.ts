import type { FieldFault } from '../platform/index.ts';
import type { AgreementContent, CodeView } from './agreement.dto.ts';
import { SERVICE_CODES } from './service-type.ts';

/** Every list of codes in an agreement, under its field's name. */
const listsIn = ({ sip, ...content }: AgreementContent): Record<string, CodeView[]> => ({
  themes: content.themes,
  ageBands: content.ageBands,
  services: content.services,
  outcomes: content.outcomes,
  referrals: content.referrals,
  redirections: content.redirections,
  preparationChecks: content.preparationChecks,
  'sip.legalReferences': sip.legalReferences,
  'sip.categories': sip.categories,
  'sip.disclosureGrounds': sip.disclosureGrounds,
  'sip.closingReasons': sip.closingReasons,
  'sip.deviationCategories': sip.deviationCategories,
  'sip.absenceBands': sip.absenceBands,
});

/** What is wrong with an agreement that is to follow the former one, field by field; nothing when it may. */
export function faultsIn(next: AgreementContent, former: AgreementContent): FieldFault[] {
  const before = listsIn(former);
  const lists = Object.entries(listsIn(next)).flatMap(([field, list]) => listFaults(field, list, before[field] ?? []));
  return [...lists, ...serviceFaults(next.services), ...numberFaults(next)];
}

/** Units are of the kinds that the product knows; the area decides what each is called. */
function serviceFaults(services: CodeView[]): FieldFault[] {
  const message = 'Verksamheterna är givna. Ta bort raden, eller byt namn på en annan.';
  const known: readonly string[] = SERVICE_CODES;
  return services.flatMap(({ code }, i) => (known.includes(code) ? [] : [{ field: `services.${i}.code`, message }]));
}

/** A code is kept for ever: requests, cases and figures hold it. What it is called may change. */
function listFaults(field: string, list: CodeView[], former: CodeView[]): FieldFault[] {
  const codes = list.map(({ code }) => code);
  const written = codes.flatMap((code, i) => {
    const place = `${field}.${i}.code`;
    if (!/^[A-Z0-9_]+$/.test(code)) {
      return [{ field: place, message: 'Skriv koden med stora bokstäver A–Z, siffror och understreck.' }];
    }
    return codes.indexOf(code) < i ? [{ field: place, message: 'Koden står redan i listan. Välj en annan.' }] : [];
  });
  const dropped = former
    .filter(({ code }) => !codes.includes(code))
    .map(({ name }) => ({
      field,
      message: `”${name}” kan vara i bruk och måste stå kvar. Byt namn på raden i stället.`,
    }));
  return [...written, ...dropped];
}

/** Numbers that would contradict each other (our convention; the days themselves: domain reference 2.2). */
function numberFaults({ sip: { days, ages } }: AgreementContent): FieldFault[] {
  const rules: [broken: boolean, field: string, message: string][] = [
    [
      days.summonsLead > days.meeting,
      'sip.days.summonsLead',
      `Ange högst ${days.meeting}: kallelsen hinner annars inte ut före mötet.`,
    ],
    [
      days.replyBefore > days.summonsLead,
      'sip.days.replyBefore',
      `Ange högst ${days.summonsLead}: svaret kan inte komma före kallelsen.`,
    ],
    [
      days.followUpDefault > days.followUpMax,
      'sip.days.followUpDefault',
      `Ange högst ${days.followUpMax}: förslaget får inte vara längre än det längsta.`,
    ],
    [
      days.followUpReminder >= days.followUpDefault,
      'sip.days.followUpReminder',
      `Ange mindre än ${days.followUpDefault}: påminnelsen kan inte komma före mötet.`,
    ],
    [
      days.transitionAlarm > ages.transitionMonths * 28,
      'sip.days.transitionAlarm',
      'Ange färre dagar: larmet kan inte komma innan övergången börjar planeras.',
    ],
    [ages.from > ages.to, 'sip.ages.from', `Ange högst ${ages.to}: den yngsta kan inte vara äldre än den äldsta.`],
  ];
  return rules.filter(([broken]) => broken).map(([, field, message]) => ({ field, message }));
}
