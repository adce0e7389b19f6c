import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';

describe('a confirmed plan', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp();
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const interventions = async (id: string) =>
    (
      await test.owner.query(
        `select id, unit_id as "unitId", due_on::text as "dueOn", number, state from intervention where case_id = $1 order by id`,
        [id],
      )
    ).rows;

  it('keeps the name that it was confirmed with, whatever the person is called later', async () => {
    const { id } = await work.planActive();
    const version = async () => made(await work.coordinator.get(`/cases/${id}/plan/versions/1`));
    const { confirmedBy } = await version();
    expect(confirmedBy).toMatch(/^Person /);
    const { person } = made(await work.coordinator.get('/session')) as unknown as { person: Row };
    const administrator = await work.world.user('AREA_ADMINISTRATOR', 'office');
    made(await administrator.patch(`/people/${person.id}`, { name: 'Karin Gift' }, 1));
    expect(await version()).toMatchObject({ confirmedBy });
    expect(made(await work.coordinator.get(`/cases/${id}`))).toMatchObject({ coordinator: { name: 'Karin Gift' } });
  });

  describe('when a unit and its principal get other names', () => {
    let ours: Casework;
    let id: string;
    const [before, after] = [/Enheten bup|Huvudman bup/, /BUP Väst|Region Väst/];

    /** Handed out, followed up and carried over into a second plan, with the renaming between the two plans. */
    beforeAll(async () => {
      const world = await World.create(test, 'Väst');
      ours = await Casework.in(world);
      const results = ['i1', 'i2'].map((interventionId) => ({ interventionId, result: 'ONGOING' }));
      ({ id } = await ours.followedUp({ interventions: results }));
      const { bup } = ours.units;
      made(await ours.coordinator.post(`/cases/${id}/disclosures`, { what: 'PLAN', units: [{ unitId: bup }] }));
      const administrator = await world.user('AREA_ADMINISTRATOR', 'office');
      const { units } = made(await administrator.get('/units')) as Row & { units: (Row & { principal: Row })[] };
      const { version, principal } = units.find((unit) => unit.id === bup)!;
      made(await administrator.patch(`/units/${bup}`, { name: 'BUP Väst' }, version));
      made(await administrator.patch(`/principals/${principal.id}`, { name: 'Region Väst' }, principal.version));
    });

    it('keeps those that it was confirmed with, wherever it is read', async () => {
      const { bup } = ours.units;
      const own = expect.objectContaining({ id: bup, name: 'Enheten bup', principalName: 'Huvudman bup' });
      const first = made(await ours.coordinator.get(`/cases/${id}/plan/versions/1`));
      expect(first['units']).toContainEqual(own);
      const { plan, followUps } = made(await ours.coordinator.get(`/cases/${id}/file`));
      expect(plan).toMatchObject({ units: expect.arrayContaining([own]) });
      const shown = [first, plan, followUps, made(await ours.coordinator.get(`/cases/${id}/follow-ups`))];
      for (const one of shown) {
        expect(JSON.stringify(one)).toMatch(before);
        expect(JSON.stringify(one)).not.toMatch(after);
      }
    });

    it('leaves a copy as it was handed out, and hands out the plan as it was confirmed', async () => {
      const { bup } = ours.units;
      const copies = async () => JSON.stringify((await ours.staff.bup.get(`/received-cases/${id}`)).body.copies);
      const handedOut = await copies();
      expect(handedOut).toContain('Ansvarar: Enheten bup (Huvudman bup).');
      made(await ours.coordinator.post(`/cases/${id}/disclosures`, { what: 'PLAN', units: [{ unitId: bup }] }));
      expect((await copies()).length).toBeGreaterThan(handedOut.length);
      expect(await copies()).not.toMatch(after);
    });

    it('shows the new ones among the parties and in the plan that is written now', async () => {
      const { parties } = await ours.read(id);
      expect(JSON.stringify(parties)).toContain('BUP Väst');
      expect(JSON.stringify((await ours.planOn(id))['units'])).toContain('Region Väst');
    });

    it('confirms the next with the new ones, and does not tell of them as a change of who answers', async () => {
      const [talks, contact] = ours.plan().interventions;
      const interventions = [{ ...talks!, dueOn: ours.today }, contact!];
      const { version } = await ours.planOn(id);
      made(await ours.coordinator.put(`/cases/${id}/plan`, ours.plan({ interventions }), version));
      made(await ours.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, version + 1));
      expect(JSON.stringify(made(await ours.coordinator.get(`/cases/${id}/plan/versions/2`))['units'])).toMatch(after);
      expect(made(await ours.coordinator.get(`/cases/${id}/plan/versions/2/changes`))['changes']).toMatchObject([
        { part: 'INTERVENTION', lines: [{ label: 'Klart senast' }] },
      ]);
      expect(JSON.stringify(made(await ours.coordinator.get(`/cases/${id}/plan/versions/1`))['units'])).toMatch(before);
    });
  });

  describe('in its next version', () => {
    it('keeps the number before it, takes out what is in it no more, and says what changed', async () => {
      const results = [
        { interventionId: 'i1', result: 'ONGOING' },
        { interventionId: 'i2', result: 'ONGOING' },
      ];
      const { id } = await work.followedUp({ interventions: results });
      const { version, content } = await work.planOn(id);
      expect(content).not.toHaveProperty('familyAgrees');
      const [talks] = work.plan().interventions;
      const next = work.plan({
        goals: [{ id: 'g1', text: 'I skolan fem dagar i veckan.', term: 'SHORT', needId: 'n1' }],
        interventions: [talks, { id: 'i3', text: 'Läxhjälp.', unitId: work.units.social, dueOn: work.today }],
      });
      made(await work.coordinator.put(`/cases/${id}/plan`, next, version));
      expect(await work.read(id)).toMatchObject({ state: 'FOLLOW_UP_HELD' });
      expect(
        made(await work.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, version + 1))['versions'],
      ).toMatchObject([{ number: 2 }, { number: 1 }]);
      expect((await interventions(id)).map(({ id: row, number, state }) => [row, number, state])).toEqual([
        ['i1', 2, 'ONGOING'],
        ['i2', 1, 'TAKEN_OUT'],
        ['i3', 2, 'AGREED'],
      ]);
      expect(made(await work.coordinator.get(`/cases/${id}/plan/versions/1`))['content']).toEqual(work.plan());

      const changes = made(await work.coordinator.get(`/cases/${id}/plan/versions/2/changes`));
      expect(changes).toMatchObject({
        number: 2,
        comparedWith: 1,
        changes: [
          {
            heading: 'Mål',
            change: 'CHANGED',
            words: [
              { change: 'SAME', text: 'I skolan ' },
              { change: 'REMOVED', text: 'fyra ' },
              { change: 'ADDED', text: 'fem ' },
              { change: 'SAME', text: 'dagar i veckan.' },
            ],
          },
          { change: 'ADDED', words: [{ text: 'Läxhjälp.' }] },
          { change: 'REMOVED', words: [{ text: 'Kontaktperson i familjen.' }] },
        ],
      });
      const first = made(await work.coordinator.get(`/cases/${id}/plan/versions/1/changes`));
      expect(first['comparedWith']).toBe(0);
      expect((await work.coordinator.get(`/cases/${id}/plan/versions/3`)).status).toBe(404);
    });
  });

  it('is handed out in its latest version: to each party with its own promises, to the child in plain words', async () => {
    const { id } = await work.planActive();
    const { social, bup } = work.units;
    const disclosure = { what: 'PLAN', units: [{ unitId: social }, { unitId: bup }], child: true };
    made(await work.coordinator.post(`/cases/${id}/disclosures`, disclosure));
    const received = async (staff: 'social' | 'bup') =>
      JSON.stringify((await work.staff[staff].get(`/received-cases/${id}`)).body);
    const [talks, contact] = work.plan().interventions;
    expect(await received('bup')).toContain(
      `"promises":[{"id":"i1","text":"Samtal varje vecka.","dueOn":"${talks!.dueOn}"}]`,
    );
    expect(await received('social')).toContain(
      `"promises":[{"id":"i2","text":"Kontaktperson i familjen.","startOn":"${contact!.startOn}"}]`,
    );
    const { disclosures } = made(await work.coordinator.get(`/cases/${id}/disclosures`));
    expect(disclosures).toEqual(
      expect.arrayContaining([expect.objectContaining({ recipient: 'CHILD', what: 'PLAN', number: 1 })]),
    );
  });

  it('shows a party the promise with the earliest day, until how it went is handed out too', async () => {
    const { bup } = work.units;
    const results = ['i1', 'i2'].map((interventionId) => ({ interventionId, result: 'DONE' }));
    const { id } = await work.followedUp({ interventions: results });
    const handOut = async (what: string) => {
      made(await work.coordinator.post(`/cases/${id}/disclosures`, { what, units: [{ unitId: bup }] }));
      const { cases } = made(await work.staff.bup.get('/received-cases')) as Row & { cases: Row[] };
      return cases.find((row) => row['caseId'] === id);
    };
    expect(await handOut('PLAN')).toMatchObject({ promises: 1, followedUp: false, nextPromise: { id: 'i1' } });
    const after = await handOut('FOLLOW_UP');
    expect(after).toMatchObject({ promises: 1, followedUp: true });
    expect(after).not.toHaveProperty('nextPromise');
  });

  describe('on paper', () => {
    const paper = async (id: string, variant: string) =>
      (await work.coordinator.download(`/cases/${id}/plan/versions/1/pdf?variant=${variant}`)).toString('latin1');

    it('is a tagged PDF in Swedish with its fonts in it', async () => {
      const { id } = await work.planActive();
      for (const variant of ['full', 'child']) {
        const bytes = await paper(id, variant);
        expect(bytes).toMatch(/^%PDF-1\.7/);
        for (const sign of [
          '/MarkInfo',
          '/Marked true',
          '/StructTreeRoot',
          '/Lang (sv-SE)',
          '<pdfuaid:part>1<',
          '/FontFile',
        ])
          expect(bytes).toContain(sign);
      }
      expect((await work.coordinator.get(`/cases/${id}/plan/versions/1/pdf?variant=poster`)).status).toBe(422);
    });
  });
});
