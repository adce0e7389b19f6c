import type { Browser, Page } from 'playwright-core';
import { openWindow, signIn, startBrowser } from '../../test/support/browser.ts';
import { Casework } from '../../test/support/casework.ts';
import { createListeningApp } from '../../test/support/listening.ts';
import { press, SOON, write } from '../../test/support/screens.ts';
import { allSealed } from '../../test/support/sealed.ts';
import { until } from '../../test/support/until.ts';
import { PASSWORD, World } from '../../test/support/world.ts';

describe('the log reviewer', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    test = await createListeningApp();
    const world = await World.create(test);
    const work = await Casework.in(world);
    const { id } = await work.offered();
    reference = (await work.coordinator.get(`/cases/${id}`)).body.reference;
    await work.registered();
    await allSealed(test);
    browser = await startBrowser();
    const window = await openWindow(browser, test.url);
    page = window.page;
    await signIn(window, await world.person({ role: 'LOG_REVIEWER', unit: 'office' }), PASSWORD);
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  const row = (name: RegExp) => page.getByRole('row', { name });

  it('finds what was done about a case, by whom, and nothing of it stands in the address', async () => {
    await row(/^Startade ett ärende/)
      .nth(1)
      .waitFor();
    await write(page, 'Ärende eller fråga', reference);
    await write(page, 'Vad', 'erbjöd');
    await press(page, 'Sök');
    await row(/^Startade ett ärende/)
      .first()
      .waitFor({ state: 'detached' });
    const found = await row(/^Erbjöd familjen SIP/).textContent();
    expect(found).toMatch(new RegExp(`Person \\d+SIP-samordnare, Enheten office.*Ärende ${reference}`));
    expect(new URL(page.url()).search).toBe('');

    await write(page, 'Vad', 'grillade');
    await press(page, 'Sök');
    await page.getByText('Inget i loggen heter så.').waitFor();
    expect(await page.getByLabel('Ärende eller fråga').inputValue()).toBe(reference);
    await press(page, 'Visa allt');
    await row(/^Startade ett ärende/)
      .nth(1)
      .waitFor();
  });

  /** Turns a byte of where each area's log goes on, and turns it back when done once more, while no sealer works. */
  async function turnByte(): Promise<void> {
    const client = await test.owner.connect();
    await client.query('begin; select from log_cursor for update');
    await client.query(
      `update log_state set frontier = set_byte(frontier, octet_length(frontier) - 1, 255 - get_byte(frontier, octet_length(frontier) - 1))`,
    );
    await client.query('commit');
    client.release();
  }

  it('is told above everything else that the log has been damaged, until it is whole again', async () => {
    const notice = page.getByRole('status').filter({ hasText: 'Loggen har stannat' });
    const isTold = (told: boolean) =>
      until(async () => {
        await press(page, 'Läs in igen');
        await page.waitForLoadState('networkidle');
        return (await notice.isVisible()) === told;
      }, SOON.timeout);
    await turnByte();
    await isTold(true);
    await turnByte();
    await isTold(false);
  });
});
