import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoUser, type Answer } from './demo-user.ts';

interface Figure {
  metric: string;
  source: string;
  from: string;
  to: string;
  numbers: object;
  /** What it was corrected to, and why. */
  corrected?: object;
}

interface Plan {
  id: string;
  year: number;
  focusAreas: { objectives: { metrics: { id: string; name: string }[] }[] }[];
}

const NETWORK = { metric: 'Verksamheter med SIP-kunnig', source: 'Nätverkets lista över SIP-kunniga' };
const SUPPORT = { metric: 'Barn som har fått stöd av hälsolots', source: 'Hälsolotsens redovisning' };
const HEALTH = { metric: 'Självskattad hälsa efter stödet', source: 'Hälsolotsens enkät till barnen' };
const SPRING = { from: '01-01', to: '06-30' };
const AUTUMN = { from: '07-01', to: '12-31' };
const YEAR = { from: '01-01', to: '12-31' };

const THIS_YEAR: Figure[] = [
  { ...NETWORK, ...SPRING, numbers: { numerator: 9, denominator: 24 } },
  {
    ...SUPPORT,
    ...SPRING,
    numbers: { value: '41' },
    corrected: { value: '14', note: 'Siffrorna hade bytt plats.' },
  },
];
const LAST_YEAR: Figure[] = [
  { ...NETWORK, ...YEAR, numbers: { numerator: 7, denominator: 22 } },
  { ...SUPPORT, ...SPRING, numbers: { value: '9' } },
  { ...SUPPORT, ...AUTUMN, numbers: { value: '3', note: 'Hälsolotsen var ledig en stor del av hösten.' } },
  { ...HEALTH, ...YEAR, numbers: { value: '6,4', denominator: 11 } },
];

/** The manager enters the figures that the tool does not count by itself, and corrects one of them. */
export async function enterFigures(app: NestFastifyApplication): Promise<void> {
  const manager = await DemoUser.signIn(app, 'lena.falk', 'MANAGER');
  const { plans } = await manager.ask<{ plans: Answer[] }>('GET', '/action-plans');
  for (const [i, figures] of [THIS_YEAR, LAST_YEAR].entries()) {
    const plan = await manager.ask<Plan>('GET', `/action-plans/${plans[i]!.id}`);
    for (const figure of figures) await enter(manager, plan, figure);
  }
}

async function enter(manager: DemoUser, { year, focusAreas }: Plan, figure: Figure): Promise<void> {
  const metrics = focusAreas.flatMap(({ objectives }) => objectives.flatMap((objective) => objective.metrics));
  const { id } = metrics.find(({ name }) => name === figure.metric)!;
  const { source, numbers, corrected } = figure;
  const entry = { from: `${year}-${figure.from}`, to: `${year}-${figure.to}`, source, ...numbers };
  const { values } = await manager.ask<{ values: Answer[] }>('POST', `/metrics/${id}/values`, entry);
  const [value] = values;
  if (corrected) {
    await manager.ask('POST', `/metric-values/${value!.id}/correction`, { ...entry, ...corrected }, value!.version);
  }
}
