import type { Browser, Page } from 'playwright-core';
import { openWindow, signIn, startBrowser } from './support/browser.ts';
import { createListeningApp } from './support/listening.ts';
import { until } from './support/until.ts';
import { PASSWORD, World } from './support/world.ts';

describe('the menu on a narrow screen', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    test = await createListeningApp();
    browser = await startBrowser();
    const window = await openWindow(browser, test.url, 320);
    page = window.page;
    const world = await World.create(test);
    await signIn(window, await world.person({ role: 'AREA_ADMINISTRATOR', unit: 'office' }), PASSWORD);
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  const menu = () => page.getByRole('navigation', { name: 'Huvudmeny' });
  const more = () => menu().getByRole('button', { name: 'Mer' });
  const focused = (text: string) =>
    until(async () => (await page.evaluate('document.activeElement.textContent')) === text);

  it('opens the rest by keyboard, gives the focus back on Esc, and closes when one has gone to a page', async () => {
    const names = menu().getByRole('link', { name: 'Namnlistan' });
    await more().focus();
    await page.keyboard.press('Enter');
    await names.waitFor();
    await page.keyboard.press('Tab');
    await focused('Skyddade barn');
    await page.keyboard.press('Escape');
    await names.waitFor({ state: 'hidden' });
    await focused('Mer');

    await more().click();
    await names.click();
    await page.getByRole('heading', { level: 1, name: 'Namnlistan' }).waitFor();
    await focused('Namnlistan');
    await names.waitFor({ state: 'hidden' });
    expect(await more().getAttribute('aria-current')).toBe('true');
    await more().click();
    expect(await names.getAttribute('aria-current')).toBe('page');
  });
});
