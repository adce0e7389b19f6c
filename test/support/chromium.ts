import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const UNPACK = `await (await import('@sparticuz/chromium')).default.executablePath()`;

/** Where this user's Chromium lies: each user of the machine has their own, since what one unpacks another may not run. */
const folder = join(tmpdir(), `samordna-chromium-${userInfo().uid}`);

/**
 * Unpacks the Chromium that npm installed, with the libraries and fonts that a bare machine lacks. Done once, before any test asks for it:
 * the folder takes its name when it is whole.
 */
export async function unpackChromium(): Promise<void> {
  if (process.env['CHROME_PATH'] || existsSync(folder)) return;
  const unfinished = await mkdtemp(`${folder}-`);
  // The package takes its libraries along only where it believes to be on a bare server, and unpacks into the temporary folder.
  const env = { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], { env });
  const fonts = join(unfinished, 'fonts', 'fonts.conf');
  await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/', `${folder}/`));
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
}

/** How the unpacked Chromium is launched, or the one in CHROME_PATH. */
export function chromiumLaunch(): { executablePath: string; env: Record<string, string> } {
  const env = process.env as Record<string, string>;
  if (env['CHROME_PATH']) return { executablePath: env['CHROME_PATH'], env };
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}
