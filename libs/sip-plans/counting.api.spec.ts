import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { sealAll } from '../../test/support/sealed.ts';
import { World } from '../../test/support/world.ts';
import { countedFigures, monthsOfYear } from '../audit/index.ts';
import { countFigure, type LogEntry } from '../evidence/index.ts';

const FIGURES = [
  'sips-started',
  'meetings-within-days',
  'childs-participation',
  'parties-attending',
  'plans-legally-complete',
  'follow-ups-on-time',
  'closings-by-reason',
  'cases-by-goal-result',
];

type Cells = Record<string, Record<string, number>>;

describe('the figures that SIP cases feed', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test?.close());

  /** What the sealer has counted of this year, figure by figure. */
  async function counted(): Promise<Cells> {
    await sealAll(test);
    const { from, to } = monthsOfYear(Number(work.today.slice(0, 4)));
    const { rows } = await test.owner.query(
      `select definition, key, sum(value)::int as value from figure_total
        where area_id = $1 and definition = any ($2) and month >= $3 and month < $4
        group by definition, key having sum(value) <> 0 order by definition, key`,
      [work.world.area, FIGURES, from, to],
    );
    return cellsOf(rows);
  }

  /** The same, counted again as an outsider would: entry by entry over the sealed log. */
  async function recounted(): Promise<Cells> {
    const { rows } = await test.owner.query(
      `select convert_from(e.entry, 'UTF8')::json as entry from log_leaf l join log_event e using (event_id)
        where l.area_id = $1 order by l.idx`,
      [work.world.area],
    );
    const entries = rows.map(({ entry }) => entry as LogEntry);
    const period = monthsOfYear(Number(work.today.slice(0, 4)));
    const figures = countedFigures().filter(({ id }) => FIGURES.includes(id));
    return cellsOf(
      figures.flatMap((figure) =>
        [...countFigure(figure, work.world.area, period, entries)].map(([key, value]) => ({
          definition: figure.id,
          key,
          value,
        })),
      ),
    );
  }

  it('are what an outsider counts to, also when a record is corrected', async () => {
    await work.registered({ kind: 'AGREEMENT_SIP' });
    const closed = await work.closed({ goals: [{ goalId: 'g1', result: 'MET' }] });
    const { meetings } = (await work.coordinator.get(`/cases/${closed.id}/meetings`)).body as { meetings: Row[] };
    expect(meetings).toHaveLength(1);

    const late = await work.meeting(await work.consented());
    await test.owner.query(`update sip_case set consented_on = consented_on - 22 where id = $1`, [late['caseId']]);
    const absent = { attendance: attendanceOf('PRESENT', 'ABSENT'), childPart: 'REPRESENTED', representedBy: 'Mormor' };
    const held = made(await work.coordinator.post(`/meetings/${late.id}/holding`, work.held(absent), late.version));
    expect(await counted()).toEqual({
      'sips-started': { AGREEMENT_SIP: 1, STATUTORY_SIP: 2 },
      'meetings-within-days': { YES: 1, NO: 1 },
      'childs-participation': { PRESENT: 1, REPRESENTED: 1 },
      'parties-attending': { ALL_CAME: 1, SOME_ABSENT: 1 },
      'plans-legally-complete': { YES: 1 },
      'follow-ups-on-time': { YES: 1 },
      'closings-by-reason': { GOALS_MET: 1 },
      'cases-by-goal-result': { MET: 1 },
    });
    expect(await recounted()).toEqual(await counted());

    const opened = made(await work.coordinator.delete(`/meetings/${held.id}/holding`, held.version));
    expect((await counted())['childs-participation']).toEqual({ PRESENT: 1 });
    const corrected = { ...absent, childPart: 'IN_PART' };
    made(await work.coordinator.post(`/meetings/${held.id}/holding`, work.held(corrected), opened.version));
    expect((await counted())['childs-participation']).toEqual({ PRESENT: 1, IN_PART: 1 });
    expect(await recounted()).toEqual(await counted());
  });

  it('are told to whoever records what they count', async () => {
    const { figures } = made(await work.coordinator.get('/figures?event=meeting.held')) as unknown as {
      figures: Row[];
    };
    expect(figures.map(({ id }) => id)).toEqual(['meetings-within-days', 'childs-participation', 'parties-attending']);
    expect((await work.coordinator.get('/figures?event=none')).body).toEqual({ figures: [] });
  });

  const attendanceOf = (social: string, bup: string) => [
    { unitId: work.units.social, attendance: social },
    { unitId: work.units.bup, attendance: bup },
  ];
});

function cellsOf(rows: { definition: string; key: string; value: number }[]): Cells {
  const cells: Cells = {};
  for (const { definition, key, value } of rows) (cells[definition] ??= {})[key] = value;
  return cells;
}
