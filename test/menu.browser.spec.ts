import type { Page } from 'playwright-core';
import { Screens } from './support/browser.ts';
import { until } from './support/until.ts';

describe('the menu on a narrow screen', () => {
  const screens = Screens.forAll();
  let page: Page;

  beforeAll(async () => {
    page = await screens.as({ role: 'AREA_ADMINISTRATOR', unit: 'office' }, 320);
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
