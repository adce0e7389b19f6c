import type { Browser } from 'playwright-core';
import { openWindow, signIn, startBrowser } from './support/browser.ts';
import { createListeningApp } from './support/listening.ts';
import { PASSWORD, World } from './support/world.ts';

describe('in the browser', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    test = await createListeningApp();
    world = await World.create(test);
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  it('somebody signs in', async () => {
    const window = await openWindow(browser, test.url);
    await signIn(window, await world.person({ role: 'REQUESTER' }), PASSWORD);
    expect(await window.page.locator('h1').count()).toBe(1);
    expect(window).toMatchObject({ errors: [], foreign: [] });
  }, 30_000);
});
