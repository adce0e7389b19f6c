import { localDate } from '../libs/platform/index.ts';
import { Screens } from './support/browser.ts';
import { Consulting } from './support/consultations.ts';
import { writePlan } from './support/plan.ts';
import { check, SOON } from './support/screens.ts';
import { allSealed } from './support/sealed.ts';

describe('a question becomes a figure, with people side by side', () => {
  const today = localDate(new Date());
  const screens = Screens.forAll('journey');

  it('walks from the requester to the manager, and each sees what the other does', async () => {
    const year = Number(today.slice(0, 4));
    const { planId } = await writePlan(screens.world, year);
    const consulting = await Consulting.in(screens.world);
    const sitting = await consulting.sitting(`${today}T00:30`);
    for (let i = 0; i < 4; i++) await consulting.held(sitting.id);
    await allSealed(screens.test);

    const requester = await screens.as({ role: 'REQUESTER', unit: 'social' });
    const coordinator = await screens.as({ role: 'SIP_COORDINATOR', unit: 'office' });

    // The requester writes; it is saved by itself, and sent in.
    await requester.goto('/fragor/ny');
    await requester.getByLabel('Vad vill du ha hjälp med?').fill('Vem samlar verksamheterna kring familjen?');
    await check(requester.getByRole('checkbox', { name: 'Skolfrånvaro' }));
    await check(requester.getByRole('radio', { name: '13–15 år' }));
    await requester.getByLabel('Vad har ni prövat?').fill('Två möten med hemmet.');
    await check(requester.getByRole('checkbox', { name: 'Socialtjänst' }));
    await requester
      .getByText(/Sparat\s\d\d:\d\d/)
      .first()
      .waitFor(SOON);
    await check(requester.getByRole('radio', { name: 'Nej' }));
    await requester.getByRole('button', { name: 'Skicka in frågan' }).click();
    const reference = (await requester
      .getByText(/K-[2-9A-Z]{4}-[2-9A-Z]{4}/)
      .first()
      .textContent(SOON))!.match(/K-[2-9A-Z]{4}-[2-9A-Z]{4}/)![0];

    // The coordinator, already looking, is told of the new question without reloading, and accepts and places it.
    await coordinator.getByRole('button', { name: /visa/i }).or(coordinator.getByText(reference)).first().waitFor(SOON);
    const show = coordinator.getByRole('button', { name: /visa/i });
    if (await show.count()) await show.first().click();
    await coordinator.getByRole('link', { name: reference, exact: true }).click();
    await coordinator.getByRole('button', { name: 'Anta', exact: true }).click();
    await requester.getByText('Antagen').first().waitFor(SOON);
    await check(coordinator.getByRole('radiogroup', { name: 'Vilket möte?' }).getByRole('radio'));
    await coordinator.getByRole('button', { name: 'Lägg på mötet' }).click();
    await coordinator.getByRole('link', { name: 'Öppna mötet' }).waitFor(SOON);

    // The manager watches the row of the plan while the team holds and answers.
    const manager = await screens.as({ role: 'MANAGER', unit: 'office' });
    await manager.goto(`/planer/${planId}`);
    await manager
      .getByText(/döljs|1–4|för få/i)
      .first()
      .waitFor(SOON);
    const team = await screens.as({ role: 'TEAM_MEMBER', unit: 'bup' });
    await team.goto(`/moten/${sitting.id}/rum`);
    await team.getByRole('link', { name: /Enheten social/ }).click();
    await team.getByRole('button', { name: 'Markera som hållen' }).click();
    await manager.locator('.metric, [class*=metric]').getByText('5', { exact: true }).first().waitFor(SOON);
    await team.getByLabel('Råd till dem som frågar').fill('Kalla till SIP, socialtjänsten sammankallar.');
    await check(team.getByRole('checkbox', { name: 'SIP rekommenderas' }));
    await team
      .getByText(/Sparat\s\d\d:\d\d/)
      .first()
      .waitFor(SOON);
    await team.getByRole('button', { name: 'Lämna svaret' }).click();
    await team.getByRole('alertdialog').getByRole('button', { name: 'Lämna svaret' }).click();
    await team.getByText('Svaret är lämnat').waitFor(SOON);

    // The requester reads the answer on the screen that was open all the time.
    await requester.getByText('Kalla till SIP, socialtjänsten sammankallar.').waitFor(SOON);
    expect(await requester.getByText(/R-[2-9A-Z]{4}-[2-9A-Z]{4}/).count()).toBeGreaterThan(0);

    // The figure opens to its definition and its evidence, and to nobody.
    await manager.getByRole('link', { name: 'Se vad siffran bygger på' }).first().click();
    await manager.getByRole('heading', { level: 1 }).waitFor(SOON);
    await manager
      .getByText(/samordna\//)
      .first()
      .waitFor(SOON);
    const page = await manager.locator('main').textContent();
    expect(page).not.toContain(reference);
    expect(page).not.toContain('socialtjänsten sammankallar');
    for (const { errors, foreign } of screens.windows) expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });
});
