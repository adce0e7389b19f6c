import type { Browser } from 'playwright-core';
import { openWindow, signIn, startBrowser } from '../../test/support/browser.ts';
import { Casework } from '../../test/support/casework.ts';
import type { Row } from '../../test/support/answer.ts';
import { createListeningApp } from '../../test/support/listening.ts';
import { TestUser } from '../../test/support/user.ts';
import { check } from '../../test/support/screens.ts';
import { PASSWORD, World } from '../../test/support/world.ts';

describe('the last one who may open a protected child leaves', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;

  beforeAll(async () => {
    test = await createListeningApp();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  it('and the administrator, told so first, appoints another who opens it, and never sees who it is', async () => {
    const world = await World.create(test);
    const leaving = await world.person({ role: 'SIP_COORDINATOR', unit: 'office' });
    const staying = await world.person({ role: 'SIP_COORDINATOR', unit: 'office' });
    const work = await Casework.in(world, await TestUser.signIn(test.app, leaving, PASSWORD));
    const child = await work.child({ protection: 'SEKRETESSMARKERING', givenName: 'Kim', familyName: 'Skyddad' }, 0);
    const sip = await work.registered({ childId: child.id });
    const nameOf = (username: string) => `Person ${username.split('.')[1]}`;

    const { page, context } = await openWindow(browser, test.url);
    await signIn(
      { page, context, errors: [], foreign: [] },
      await world.person({ role: 'AREA_ADMINISTRATOR', unit: 'office' }),
      PASSWORD,
    );
    await page.getByRole('button', { name: `Ändra ${nameOf(leaving)}` }).click();
    await page.getByRole('menuitem', { name: 'Avsluta uppdraget' }).click();
    await page.getByRole('button', { name: 'Avsluta uppdraget' }).click();
    await page.getByText('Personen är ensam om att kunna öppna ett barn').waitFor();
    await page.getByRole('button', { name: 'Avsluta ändå' }).click();

    await page.getByText('Ett skyddat barn kan inte öppnas av någon').waitFor();
    await page.getByRole('link', { name: 'Visa dem' }).click();
    const row = page.getByRole('row', { name: String(sip['reference']) });
    await row.waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/Kim|Skyddad |KS/);
    await row.getByRole('button', { name: 'Utse någon' }).click();
    await check(page.getByRole('radio', { name: nameOf(staying) }));
    await page.getByRole('button', { name: 'Ge rätt att öppna' }).click();
    await page.getByText('Skriv varför just den personen').waitFor();
    await page.getByLabel('Varför?').fill('Enhetschefen har bestämt det.');
    await page.getByRole('button', { name: 'Ge rätt att öppna' }).click();
    await page.getByText(`${nameOf(staying)} kan nu öppna uppgifterna`).waitFor();
    await page.getByText('Alla skyddade barn kan öppnas av någon').waitFor();
    await context.close();

    const hers = await openWindow(browser, test.url);
    await signIn(hers, staying, PASSWORD);
    await hers.page.goto(`/barn/${(child as Row).id}`);
    await hers.page.getByRole('button', { name: 'Fortsätt' }).click();
    await hers.page.getByText('Enhetschefen har bestämt det.').waitFor();
    await hers.context.close();
  });
});
