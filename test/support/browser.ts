import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

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

/** Starts the Chromium that npm installed, or the one in CHROME_PATH. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath) return chromium.launch({ executablePath, args: ['--no-sandbox'] });
  // The package unpacks the libraries it needs only where it believes to be on a bare server.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  // It unpacks into the temporary folder for its own user alone: another user needs another folder.
  const folder = join(tmpdir(), `samordna-chromium-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const packaged = (await import('@sparticuz/chromium')).default;
  const path = await packaged.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  // In one process, as the package would have it, the windows of different people share their cookies.
  const args = packaged.args.filter((arg) => !['--single-process', '--no-zygote', '--incognito'].includes(arg));
  return chromium.launch({ executablePath: path, args: [...args, '--no-sandbox'], headless: true });
}

/** A window of a given width in Swedish, Stockholm time. */
export async function openWindow(browser: Browser, url: string, width = 1280): Promise<Window> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
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
