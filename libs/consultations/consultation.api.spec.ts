import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Consulting } from '../../test/support/consultations.ts';
import { allSealed } from '../../test/support/sealed.ts';
import { World } from '../../test/support/world.ts';

describe('a question to the consultation team', () => {
  let test: TestApp;
  let people: Consulting;

  beforeAll(async () => {
    test = await createTestApp();
    people = await Consulting.in(await World.create(test));
  });
  afterAll(() => test.close());

  it('goes from draft to answer, and is counted', async () => {
    const sitting = await people.sitting();
    const { requestId } = await people.concluded(sitting.id);
    const { body } = await people.requester.get(`/consultation-requests/${String(requestId)}`);
    expect(body).toMatchObject({
      state: 'CONCLUDED',
      answers: [{ advice: 'Kalla till ett gemensamt möte.', heldOn: '2026-03-05' }],
    });
    await allSealed(test);
    const { rows } = await test.owner.query(`select definition, key, value from figure_total order by definition`);
    expect(rows).toEqual([
      { definition: 'consultations-by-theme', key: 'SCHOOL_ABSENCE', value: 1 },
      { definition: 'consultations-held', key: '', value: 1 },
    ]);
  });
});
