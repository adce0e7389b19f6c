import type { Browser, Page } from 'playwright-core';
import { openWindow, signIn, startBrowser, type Window } from '../../test/support/browser.ts';
import { choose, confirm, press, SOON, turnTo, write } from '../../test/support/screens.ts';
import { Casework } from '../../test/support/casework.ts';
import { createListeningApp } from '../../test/support/listening.ts';
import { PASSWORD, World } from '../../test/support/world.ts';

describe('what is typed in the forms of a case', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let work: Casework;
  const windows: Window[] = [];
  const pageOf = (i: number): Page => windows[i]!.page;

  beforeAll(async () => {
    test = await createListeningApp();
    const world = await World.create(test);
    work = await Casework.in(world);
    browser = await startBrowser();
    for (let i = 0; i < 2; i++) {
      windows.push(await openWindow(browser, test.url));
      await signIn(windows[i]!, await world.person({ role: 'SIP_COORDINATOR', unit: 'office' }), PASSWORD);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  const isSaved = (page: Page) => page.getByText(/^\s*Sparat \d\d:\d\d/).waitFor(SOON);
  const goesOn = (page: Page) => page.getByText('Du fortsätter på ett utkast').waitFor(SOON);
  const valueOf = (page: Page, label: string) => page.getByLabel(label).inputValue();

  it('is there after a reload and for a colleague, and of two texts the person chooses', async () => {
    const { id } = await work.consented();
    const [mine, theirs] = [pageOf(0), pageOf(1)];
    await mine.goto(`/arenden/${id}/kalla`);
    await write(mine, 'Plats eller länk', 'Rum 12');
    await isSaved(mine);
    await mine.reload();
    await goesOn(mine);
    expect(await valueOf(mine, 'Plats eller länk')).toBe('Rum 12');

    await theirs.goto(`/arenden/${id}/kalla`);
    await goesOn(theirs);
    await write(theirs, 'Plats eller länk', 'Rum 14');
    await isSaved(theirs);
    await write(mine, 'Syfte', 'Ett annat syfte.');
    await mine.getByRole('heading', { name: 'Kallelsen i två versioner' }).waitFor(SOON);
    expect(await mine.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Plats eller länk', 'Syfte']);
    await press(mine, 'Fortsätt med min text');
    await isSaved(mine);
    expect([await valueOf(mine, 'Plats eller länk'), await valueOf(mine, 'Syfte')]).toEqual([
      'Rum 12',
      'Ett annat syfte.',
    ]);

    await press(mine, 'Släng utkastet');
    await confirm(mine, 'Släng utkastet');
    await mine.getByRole('alertdialog').waitFor({ state: 'detached', ...SOON });
    expect(await valueOf(mine, 'Plats eller länk')).toBe('');
  });

  it('stays on the page when a colleague has sent the form in, and the next step is to end', async () => {
    const { id } = await work.planActive();
    const [mine, theirs] = [pageOf(0), pageOf(1)];
    await theirs.goto(`/arenden/${id}/uppfoljning`);
    await write(theirs, 'Kommentar till mål 1', 'Tre dagar av fem.');
    await isSaved(theirs);

    await mine.goto(`/arenden/${id}/uppfoljning`);
    await goesOn(mine);
    await choose(mine, /^Mål 1/, 'Delvis nått');
    for (const number of [1, 2]) await choose(mine, new RegExp(`^Insats ${number}`), 'Gjord');
    await choose(mine, 'Hur går ni vidare?', 'Avsluta ärendet');
    await press(mine, 'Spara uppföljningen');
    await mine.waitForURL(/\/avslut$/, SOON);

    await theirs.getByText('Planen är redan uppföljd').waitFor(SOON);
    expect(await valueOf(theirs, 'Kommentar till mål 1')).toBe('Tre dagar av fem.');

    await mine.goto(`/arenden/${id}`);
    await mine.getByRole('link', { name: 'Avsluta ärendet', exact: true }).waitFor(SOON);
    await turnTo(mine, 'Plan');
    await mine.getByText('Ni har bestämt att avsluta ärendet.').waitFor(SOON);
  });
});
