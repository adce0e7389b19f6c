import { dateText } from '../kit/date-words.ts';
import type { Parts } from '../kit/side-by-side.tsx';
import { type Plan, type PlanContent, unitName } from './plan.ts';

/** A plan as text, for comparing it with another's. */
export function planInWords(content: PlanContent, { units }: Plan): Parts {
  const { needs, goals, interventions, lead, followUpOn, familyAgrees } = content;
  const lines = (rows: (string | undefined)[][]) => rows.map((row) => row.filter(Boolean).join(', ')).join('\n');
  const agrees = familyAgrees === undefined ? '' : familyAgrees ? 'Ja' : 'Nej, inte om allt';
  return [
    { name: 'Barnets egna ord', text: content.childsWords },
    { name: 'Vårdnadshavarnas egna ord', text: content.guardiansWords },
    { name: 'Behov', text: lines(needs.map(({ text }) => [text])) },
    {
      name: 'Mål',
      text: lines(
        goals.map(({ text, term, targetState }) => [text, term === 'SHORT' ? 'kort sikt' : 'lång sikt', targetState]),
      ),
    },
    {
      name: 'Insatser',
      text: lines(
        interventions.map(({ text, unitId, startOn, dueOn }) => [
          text,
          unitName(units, unitId),
          startOn && `börjar ${dateText(startOn)}`,
          dueOn && `klart senast ${dateText(dueOn)}`,
        ]),
      ),
    },
    { name: 'Vad andra gör', text: content.noMeasuresByOthers ? 'Inga' : content.measuresByOthers },
    { name: 'Övergripande ansvar', text: lines([[unitName(units, lead.unitId), lead.person]]) },
    {
      name: 'Uppföljning',
      text: lines([[followUpOn && dateText(followUpOn), unitName(units, content.followUpCalledByUnitId)]]),
    },
    { name: 'Familjens syn', text: lines([[agrees, content.dissent]]) },
    { name: 'Planen med lätta ord', text: content.childVersion },
  ];
}
