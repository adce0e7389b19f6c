import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { ComingOfAge } from '../libs/trackers/index.ts';
import { adultFrom } from '../libs/children/index.ts';
import { addDays, Clock, instantOf } from '../libs/platform/index.ts';
import { keepPictures, openWindow, signIn, startBrowser, type Window } from './support/browser.ts';
import {
  answer,
  confirm,
  consents,
  follow,
  part,
  press,
  SOON,
  standsAt,
  tick,
  turnTo,
  write,
} from './support/screens.ts';
import { Casework } from './support/casework.ts';
import { createListeningApp } from './support/listening.ts';
import { until } from './support/until.ts';
import { TestUser } from './support/user.ts';
import { PASSWORD, World } from './support/world.ts';

/** So far from 18 that the transition is to be planned, and so near that the consents of today would still hold. */
const DAYS_TO_18 = 150;

describe('one young person, through transition at 18', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let work: Casework;
  let window: Window;
  let page: Page;
  let reference: string;
  let birthDate: string;

  beforeAll(async () => {
    test = await createListeningApp();
    const world = await World.create(test);
    const coordinator = await world.person({ role: 'SIP_COORDINATOR', unit: 'office' });
    work = await Casework.in(world, await TestUser.signIn(test.app, coordinator, PASSWORD));
    await world.unit('clinic');
    birthDate = Temporal.PlainDate.from(addDays(work.today, DAYS_TO_18)).subtract({ years: 18 }).toString();
    const identity = { identityKind: 'RESERVNUMMER', identity: '98249999AA', birthDate };
    const child = await work.child(identity, 2);
    const plan = { followUpOn: addDays(work.today, DAYS_TO_18 + 20) };
    reference = String((await work.planActive(plan, { childId: child.id }))['reference']);
    browser = await startBrowser();
    window = await openWindow(browser, test.url);
    page = window.page;
    await signIn(window, coordinator, PASSWORD);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await keepPictures([window], 'transition-journey');
    await browser?.close();
    await test.close();
  });

  it('is handed over by the coordinator, and goes on with a consent of its own', async () => {
    await isPlanned();
    await comesOfAge();
    await consentsAlone();
    await isDone();
    expect([window.errors, window.foreign]).toEqual([[], []]);
  });

  /** The day's page tells of it; who takes over is written down, and the transition begins. */
  async function isPlanned(): Promise<void> {
    const near = part(page, 'Snart 18').getByRole('row').filter({ hasText: reference });
    await near.getByText('Planera', { exact: true }).waitFor(SOON);
    await follow(near, reference);
    const transition = part(page, 'Övergång vid 18');
    await press(transition, 'Skriv vem som tar emot');
    await answer(page, 'Övergång vid 18', 'Spara', async (dialog) => {
      await tick(dialog, 'Enheter som tar emot', [/^Enheten clinic/]);
      await press(dialog, 'Lägg till någon utanför området');
      await write(dialog, 'Vem tar emot?', 'Vuxenpsykiatrin');
      await write(dialog, 'När hålls överlämningsmötet?', addDays(adultFrom(birthDate), -14));
      await write(dialog, 'När fick den unga veta vad som ändras vid 18?', work.today);
    });
    for (const receiver of ['Enheten clinic', 'Vuxenpsykiatrin']) await transition.getByText(receiver).waitFor(SOON);
    await press(transition, 'Börja övergången');
    await standsAt(page, 'Övergång till vuxen');
  }

  /** Until midnight before the birthday everybody's consent holds, and from then on nobody's but one's own. */
  async function comesOfAge(): Promise<void> {
    const birthday = adultFrom(birthDate);
    const midnight = instantOf(`${birthday}T00:00`).getTime();
    await turnClockTo(new Date(midnight - 60_000));
    await page.reload();
    await turnTo(page, 'Samtycken');
    await page.getByText('Inget samtycke saknas.').waitFor(SOON);
    const answers = page.getByRole('table', { name: 'Svar om samtycke' }).getByRole('row');
    const held = answers.filter({ hasText: 'Gäller' }).filter({ hasText: 'Vårdnadshavare' });
    await until(async () => (await held.count()) === 4);

    await turnClockTo(new Date(midnight));
    await page.reload();
    const missing = page.getByRole('listitem').filter({ hasText: 'behövs på nytt efter 18-årsdagen' });
    await missing.filter({ hasText: 'Alva Testsson' }).waitFor(SOON);
    expect(await missing.count()).toBe(1);
    await until(async () => (await answers.filter({ hasText: 'Från före 18-årsdagen' }).count()) === 6);

    await turnTo(page, 'Personer');
    const guardians = part(page, 'Vårdnadshavare');
    await guardians.getByText('Den unga är myndig och bestämmer själv.').waitFor(SOON);
    for (const name of ['Vårdnadshavare 1', 'Vårdnadshavare 2']) {
      await guardians.getByText(`${name}: den unga har fyllt 18`).waitFor(SOON);
    }
    expect(await guardians.getByRole('button').count()).toBe(0);

    // The night's job writes it down, and the open screen follows.
    await turnTo(page, 'Händelser');
    await part(page, 'Händelser').getByText('Började en övergång till vuxen').waitFor(SOON);
    await test.app.get(ComingOfAge).endGuardians();
    await part(page, 'Händelser').getByText('Barnet fyllde 18').waitFor(SOON);
  }

  /** The young adult answers alone, and only they can be given a copy. */
  async function consentsAlone(): Promise<void> {
    await turnTo(page, 'Övrigt');
    await press(page, 'Gör klart övergången');
    const refused = page.getByRole('alertdialog');
    await confirm(page, 'Gör klart övergången');
    await refused.getByText('Den unga måste själv samtycka till planen').waitFor(SOON);
    await press(refused, 'Avbryt');
    await turnTo(page, 'Samtycken');
    await consents(page, 'Alva Testsson', 'Skriftligt');
    await page.getByText('Inget samtycke saknas.').waitFor(SOON);

    await turnTo(page, 'Utlämnat');
    await press(page, 'Lämna ut');
    await answer(page, 'Innan du lämnar ut', 'Avbryt', async (dialog) => {
      const family = dialog.getByRole('group', { name: 'Eget exemplar till familjen' }).getByRole('checkbox');
      await family.first().waitFor({ state: 'attached', ...SOON });
      expect(await family.count()).toBe(1);
    });
  }

  /** The plan goes on as the young adult's own, and the day's page has nothing more to remind of. */
  async function isDone(): Promise<void> {
    await turnTo(page, 'Övrigt');
    await press(page, 'Gör klart övergången');
    await confirm(page, 'Gör klart övergången');
    await part(page, 'Övergång vid 18').getByText('Övergången klar').waitFor(SOON);
    await standsAt(page, 'Plan gäller');
    await turnTo(page, 'Händelser');
    for (const what of ['Avslutade en övergång till vuxen', 'Barnet fyllde 18', 'Började en övergång till vuxen']) {
      await part(page, 'Händelser').getByText(what).waitFor(SOON);
    }
    await follow(page, 'Min dag');
    await part(page, 'Mina ärenden').getByRole('link', { name: reference, exact: true }).waitFor(SOON);
    await part(page, 'Snart 18').waitFor({ state: 'detached', ...SOON });
  }

  /** The product's clock and the browser's. */
  async function turnClockTo(at: Date): Promise<void> {
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(at);
    await page.clock.setFixedTime(at);
  }
});
