import type { Browser, Page } from 'playwright-core';
import { keepPictures, openWindow, signIn, startBrowser, type Window } from './support/browser.ts';
import { SOON } from './support/screens.ts';
import { Casework } from './support/casework.ts';
import { made, type Row } from './support/answer.ts';
import { createListeningApp } from './support/listening.ts';
import { PASSWORD, World } from './support/world.ts';

const NAME = 'Alva Testsson';

describe('the open screens of somebody who may not see a child any more', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let work: Casework;
  let window: Window;
  let party: Window;
  let sip: Row & { child: Row };

  beforeAll(async () => {
    test = await createListeningApp();
    const world = await World.create(test);
    const colleague = await world.person({ role: 'SIP_COORDINATOR', unit: 'office' });
    const nurse = await world.person({ role: 'REQUESTER', unit: 'bup' });
    work = await Casework.in(world);
    sip = (await work.planActive()) as Row & { child: Row };
    browser = await startBrowser();
    window = await openWindow(browser, test.url);
    await signIn(window, colleague, PASSWORD);
    party = await openWindow(browser, test.url);
    await signIn(party, nurse, PASSWORD);
  });
  afterAll(async () => {
    await keepPictures([window, party], 'closing-screens');
    await browser?.close();
    await test.close();
  });

  it('close in the moment that it becomes protected: the child, its case, its plan, the lists and a party’s copies', async () => {
    const pages: Page[] = [];
    for (const path of [`/barn/${sip.child.id}`, `/arenden/${sip.id}`, `/arenden/${sip.id}/plan/1`, '/arenden']) {
      const page = await window.context.newPage();
      await page.goto(path);
      await page
        .getByText(path === '/arenden' ? String(sip['reference']) : NAME)
        .first()
        .waitFor(SOON);
      pages.push(page);
    }
    const held = await party.context.newPage();
    await held.goto('/mottaget');
    await held.getByText(String(sip['reference'])).first().waitFor(SOON);
    const { version } = made(await work.coordinator.get(`/children/${sip.child.id}`));
    const protection = { protection: 'SEKRETESSMARKERING' };
    made(await work.coordinator.patch(`/children/${sip.child.id}`, protection, version));
    await held
      .getByText(String(sip['reference']))
      .first()
      .waitFor({ state: 'detached', ...SOON });
    for (const page of pages) {
      const told = page.getByText(new RegExp(`${NAME}|${String(sip['reference'])}`));
      await told.first().waitFor({ state: 'detached', ...SOON });
    }
    expect([...window.errors, ...party.errors]).toEqual([]);
  });
});
