import type { Browser, Page } from 'playwright-core';
import { openWindow, signIn, startBrowser } from '../../test/support/browser.ts';
import { made } from '../../test/support/answer.ts';
import { createListeningApp } from '../../test/support/listening.ts';
import { OWN_PASSWORD, TestUser } from '../../test/support/user.ts';
import { check } from '../../test/support/screens.ts';
import { PASSWORD, World } from '../../test/support/world.ts';
import type { AgreementView } from './agreement.dto.ts';
import type { PersonPage } from './person.dto.ts';

describe('the area administrator', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let world: World;
  let username: string;
  let page: Page;

  beforeAll(async () => {
    test = await createListeningApp();
    world = await World.create(test);
    username = await world.person({ role: 'AREA_ADMINISTRATOR', unit: 'office' });
    browser = await startBrowser();
    const window = await openWindow(browser, test.url);
    page = window.page;
    await signIn(window, username, PASSWORD);
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  /** The menu of a row, and what is chosen in it. */
  async function choose(row: string, item: string): Promise<void> {
    await page.getByRole('button', { name: `Ändra ${row}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  async function choosePassword(on: Page, current: string, password: string, confirm: string): Promise<void> {
    await on.getByLabel(current).fill(password);
    await on.getByLabel('Nytt lösenord', { exact: true }).fill(OWN_PASSWORD);
    await on.getByLabel('Nytt lösenord en gång till').fill(OWN_PASSWORD);
    await on.getByRole('button', { name: confirm }).click();
  }

  it('adds a unit and a person, who works there a minute later and is let out again', async () => {
    await page.getByRole('link', { name: 'Enheter' }).click();
    await page.getByRole('button', { name: 'Lägg till en enhet' }).click();
    await page.getByLabel('Enhetens namn').fill('Elevhälsan Åsen');
    await page.locator('#field-serviceType').click();
    await page.getByRole('option', { name: 'Elevhälsa' }).click();
    await page.locator('#field-principalId').click();
    await page.getByRole('option', { name: 'Huvudman office' }).click();
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Elevhälsan Åsen' }).waitFor();

    await page.getByRole('link', { name: 'Personer' }).click();
    await page.getByRole('button', { name: 'Lägg till en person' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Åsa Ek');
    await check(page.getByRole('radio', { name: /Frågeställare/ }));
    await page.locator('#field-unitId').click();
    await page.getByRole('option', { name: /Elevhälsan Åsen/ }).click();
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByText('Åsa Ek kan logga in nu').waitFor();
    const password = await page.locator('.copyable code').nth(1).textContent();
    await page.getByRole('button', { name: 'Jag har tagit vara på det' }).click();

    const hers = await openWindow(browser, test.url);
    await signIn(hers, 'asa.ek', password!);
    await choosePassword(hers.page, 'Lösenordet du fick', password!, 'Spara lösenordet');
    await hers.page.getByRole('heading', { name: 'Mina frågor' }).waitFor();
    await choose('Åsa Ek', 'Avsluta uppdraget');
    await page.getByRole('button', { name: 'Avsluta uppdraget' }).click();
    await page.getByText('Inget uppdrag nu').waitFor();
    await hers.page.waitForURL('**/valj-uppdrag');
    await hers.context.close();
  });

  it('corrects a name, finds the person by it, and is shown what somebody else saved first', async () => {
    await page.goto('/');
    await choose('Åsa Ek', 'Rätta namn eller användarnamn');
    await page.getByLabel('Namn', { exact: true }).fill('Åsa Ekström');
    const other = await TestUser.signIn(test.app, username, PASSWORD);
    const found = (await other.post('/people/search', { text: 'asa.ek' })).body as PersonPage;
    made(await other.patch(`/people/${found.people[0]!.id}`, { name: 'Åsa Ek-Lind' }, 1));
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Någon annan hann spara före dig').waitFor();
    await page.getByRole('paragraph').filter({ hasText: 'Åsa Ek-Lind' }).waitFor();
    await page.getByRole('button', { name: 'Fortsätt med min text' }).click();
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('rowheader', { name: /Åsa Ekström/ }).waitFor();

    await page.getByLabel('Sök på namn, användarnamn eller enhet').fill('ekström');
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByText('1 hittades.').waitFor();
  });

  it('renames a principal, whose units show the new name', async () => {
    await page.getByRole('link', { name: 'Enheter' }).click();
    await page.getByRole('button', { name: 'Byt namn på Huvudman office' }).click();
    await page.getByLabel('Huvudmannens namn').fill('Almby stad');
    await page.getByRole('button', { name: 'Byt namn', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Almby stad' }).waitFor();
    await page
      .getByRole('row', { name: /Elevhälsan Åsen/ })
      .getByText('Almby stad')
      .waitFor();
  });

  it('keeps the team', async () => {
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await page.getByRole('button', { name: 'Ändra Teamet' }).click();
    await page.getByLabel('Hur ofta teamet möts').fill('Varannan onsdag');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Varannan onsdag').waitFor();
  });

  it('changes the password of their own, which ends their other sessions', async () => {
    const elsewhere = await TestUser.signIn(test.app, username, PASSWORD);
    await page.getByRole('button', { name: /Du är inloggad som/ }).click();
    await page.getByRole('menuitem', { name: 'Mitt konto' }).click();
    await choosePassword(page, 'Lösenordet du har nu', PASSWORD, 'Byt lösenord');
    await page.getByText('Lösenordet är bytt').waitFor();
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await TestUser.signIn(test.app, username, OWN_PASSWORD)).cookie).toBeTruthy();
  });

  it('sees both texts when somebody else was first, and undoes nothing of theirs', async () => {
    await page.getByRole('link', { name: 'Överenskommelse' }).click();
    await page.getByLabel('Från behovet tills arbetet ska ha börjat').fill('7');
    const other = await TestUser.signIn(test.app, username, OWN_PASSWORD);
    const { content } = (await other.get('/agreement')).body as AgreementView;
    Object.assign(content.sip.days, { start: 6, meeting: 28 });
    made(await other.put('/agreement', content, 1));

    await page.getByText('Pågående ärenden behåller version 1').waitFor();
    await page.getByRole('button', { name: 'Spara version 2' }).click();
    await page.getByText('Någon annan hann spara före dig').waitFor();
    await page.getByRole('button', { name: 'Fortsätt med min text' }).click();
    await page.getByRole('button', { name: 'Spara version 3' }).click();
    await page.getByText('Version 3 är sparad och gäller nu.').waitFor();
    const { version, content: saved } = (await other.get('/agreement')).body as AgreementView;
    expect([version, saved.sip.days.start, saved.sip.days.meeting]).toEqual([3, 7, 28]);

    await page.getByRole('link', { name: 'Version 3' }).click();
    await page.getByRole('heading', { name: 'Ändrat sedan version 2' }).waitFor();
    expect(await page.locator('.changes li').count()).toBe(1);
  });
});
