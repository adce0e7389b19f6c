import type { DataSource } from 'typeorm';
import { newId } from '../../../libs/platform/index.ts';
import { DEMO_AREA } from './people.ts';

/** The demo's action plan: our own words, in the form that local plans have. */
const FOCUS_AREAS = [
  {
    name: 'Rätt hjälp i rätt tid',
    objectives: [
      {
        name: 'Konsultationsteam',
        text: 'Medarbetare i kommunen och regionen ska lätt få flera professioners syn på vad som är bäst hjälp för ett barn.',
        activities: [
          {
            what: 'Konsultationsteamet tar emot frågor på sina ordinarie möten.',
            how: 'SIP-samordnaren är kontaktperson och förbereder. Frågorna ställs utan att barnet går att känna igen.',
            responsible: 'Lokala samverkansgruppen barn och unga',
            followUp: 'Antal konsultationer under året och vad de har handlat om redovisas i årsrapporten till NOSAM.',
          },
          {
            what: 'Sprida kännedom om konsultationsteamet.',
            how: 'Varje medlem i NOSAM berättar på sina arbetsplatsträffar.',
            responsible: 'NOSAM:s medlemmar',
            followUp: 'Tas upp på NOSAM i oktober.',
          },
        ],
        metrics: [
          { name: 'Antal konsultationer', definition: 'consultations-held' },
          { name: 'Vad de har handlat om', definition: 'consultations-by-theme' },
        ],
      },
      {
        name: 'SIP-kunniga i varje verksamhet',
        text: 'Varje verksamhet som möter barn ska ha någon som kan kalla till och leda ett SIP-möte.',
        activities: [
          {
            what: 'Nätverk för SIP-kunniga.',
            how: 'Träffar en gång per termin, där erfarenheter och material delas.',
            responsible: 'SIP-samordnaren',
            followUp: 'Deltagandet i nätverket redovisas i årsrapporten.',
          },
        ],
        metrics: [
          { name: 'Verksamheter med SIP-kunnig', kind: 'RATIO', unit: 'verksamheter' },
          { name: 'Nöjda med nätverket', kind: 'PERCENT', unit: 'av deltagarna' },
        ],
      },
      {
        name: 'Hälsolots',
        text: 'Barn som behöver röra sig mer ska få stöd att komma i gång, och fler ska orka med skolan.',
        activities: [
          {
            what: 'Hälsolotsen följer barnet till en aktivitet under en termin.',
            how: 'Skolsköterskan eller vårdcentralen skriver rörelse på recept.',
            responsible: 'Kultur och fritid, vårdcentralerna',
            followUp: 'Antal barn och enkät om självskattad hälsa, i juni och december.',
          },
        ],
        metrics: [
          { name: 'Barn som har fått stöd av hälsolots', kind: 'COUNT', unit: 'barn', counts_people: true },
          { name: 'Självskattad hälsa efter stödet', kind: 'MEAN', unit: 'poäng av 10', counts_people: true },
        ],
      },
    ],
  },
  {
    name: 'Trygga övergångar',
    objectives: [
      {
        name: 'Ungdomar som fyller 18 år',
        text: 'Ingen ungdom ska stå utan mottagare den dag barnverksamheten avslutas.',
        activities: [
          {
            what: 'Kartlägga vad som brister vid övergången till vuxenverksamhet.',
            how: 'Lokala samverkansgruppen samlar erfarenheter och avvikelser.',
            responsible: 'Lokala samverkansgruppen barn och unga',
            followUp: 'Redovisas på NOSAM två gånger om året.',
          },
        ],
        metrics: [],
      },
    ],
  },
];

/** Writes a plan for the year and the one before it, as the owner of the schema. */
export async function writeActionPlans(owner: DataSource, year: number): Promise<void> {
  for (const each of [year - 1, year]) await writePlan(owner, each);
}

async function writePlan(owner: DataSource, year: number): Promise<void> {
  const area = DEMO_AREA.id;
  const insert = async (table: string, columns: Record<string, unknown>): Promise<string> => {
    const row = { id: newId(), area_id: area, ...columns };
    const names = Object.keys(row);
    await owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row.id;
  };
  const plan = await insert('action_plan', {
    body: 'NOSAM Almby',
    year,
    name: `Handlingsplan ${year}, barn och unga`,
    adopted_on: `${year}-01-28`,
    last_changed_on: `${year}-01-28`,
    based_on: 'Samverkansplan för närområdet',
  });
  for (const [i, { name, objectives }] of FOCUS_AREAS.entries()) {
    const focus = await insert('focus_area', { plan_id: plan, position: i + 1, name });
    for (const [j, { name: title, text, activities, metrics }] of objectives.entries()) {
      const objective = await insert('objective', { focus_area_id: focus, position: j + 1, name: title, text });
      for (const [k, { what, how, responsible, followUp }] of activities.entries()) {
        await insert('activity', {
          objective_id: objective,
          position: k + 1,
          what,
          how,
          responsible,
          follow_up: followUp,
        });
      }
      for (const [k, metric] of metrics.entries())
        await insert('metric', { objective_id: objective, position: k + 1, ...metric });
    }
  }
}
