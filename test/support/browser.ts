import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from './chromium.ts';
import { createListeningApp } from './listening.ts';
import { SOON } from './screens.ts';
import { PASSWORD, World, type Place } from './world.ts';

/** What a page did that no page of ours may do. */
export interface Mischief {
  /** Errors on the console, content-security refusals among them; a refused request is the page's to handle. */
  errors: string[];
  /** Requests to another host. */
  foreign: string[];
}

/** A window of one person, and what went wrong in it. */
export interface Window extends Mischief {
  context: BrowserContext;
  page: Page;
}

/** Starts Chromium. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ ...chromiumLaunch(), args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });

/** A window of a given width in Swedish, Stockholm time. */
export async function openWindow(browser: Browser, url: string, width = 1280): Promise<Window> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
  context.setDefaultTimeout(SOON.timeout);
  const page = await context.newPage();
  const window: Window = { context, page, errors: [], foreign: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) {
      window.errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => window.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== new URL(url).host) window.foreign.push(request.url());
  });
  return window;
}

export async function signIn({ page }: Window, username: string, password: string): Promise<void> {
  await page.goto('/logga-in');
  await page.getByLabel('Användarnamn').fill(username);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
}

/** Keeps what every window shows, when the folder for it is named in SCREENSHOTS: for a person to look at. */
export async function keepPictures(windows: readonly Window[], name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  for (const [i, { page }] of windows.entries()) {
    await page.screenshot({ path: join(folder, `${name}-${i + 1}.png`), fullPage: true });
  }
}

/** People side by side, each in a window of their own, on one product with one area, for all tests of a file. */
export class Screens {
  test!: Awaited<ReturnType<typeof createListeningApp>>;
  world!: World;
  readonly windows: Window[] = [];
  private browser!: Browser;

  /** Begins before the tests of the file that asks, and ends after them; `pictures` names what `keepPictures` keeps. */
  static forAll(pictures?: string): Screens {
    const screens = new Screens();
    beforeAll(async () => {
      screens.test = await createListeningApp();
      screens.world = await World.create(screens.test);
      screens.browser = await startBrowser();
    });
    afterAll(async () => {
      if (pictures) await keepPictures(screens.windows, pictures);
      await screens.browser?.close();
      await screens.test.close();
    });
    return screens;
  }

  /** A new person's window, signed in. */
  async as(place: Place, width?: number): Promise<Page> {
    const window = await openWindow(this.browser, this.test.url, width);
    this.windows.push(window);
    await signIn(window, await this.world.person(place), PASSWORD);
    return window.page;
  }
}
