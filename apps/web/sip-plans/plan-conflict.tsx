import { dateText } from '../kit/date-words.ts';
import { SideBySide } from '../kit/side-by-side.tsx';
import { type Plan, type PlanContent, unitName } from './plan.ts';

interface PlanConflictProps {
  plan: Plan;
  mine: PlanContent;
  saved: PlanContent;
  onKeepMine: () => void;
  onTakeSaved: () => void;
}

/** Two people have written in the same plan: the parts that differ, side by side. */
export function PlanConflict({ plan, mine, saved, onKeepMine, onTakeSaved }: PlanConflictProps) {
  const others = inWords(saved, plan);
  const fields = inWords(mine, plan)
    .map(({ name, text }, i) => ({ name, mine: text, saved: others[i]!.text }))
    .filter((field) => field.mine !== field.saved);
  return <SideBySide fields={fields} onKeepMine={onKeepMine} onTakeSaved={onTakeSaved} />;
}

/** The parts of a plan as text, always the same parts. */
function inWords(content: PlanContent, { units }: Plan): { name: string; text: string }[] {
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
