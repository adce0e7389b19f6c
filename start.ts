import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';

/** Run by `npm start` and `npm run build`: builds what has changed since the last build, then starts it. Runs uncompiled. */
const folder = import.meta.dirname;
const stampFile = join(folder, 'dist', 'built-from');

/** What the build is made from, as one hash of every source file's name, size and time of change. */
function sources(): string {
  const files = globSync(['{apps,libs,migrations}/**/*.{ts,tsx,css,html,svg,json}', '*.json'], { cwd: folder }).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(folder, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function isBuilt(stamp: string): boolean {
  try {
    return readFileSync(stampFile, 'utf8') === stamp;
  } catch {
    return false;
  }
}

function run(bin: string, ...args: string[]): void {
  const { status } = spawnSync(execPath, [join(folder, 'node_modules', bin), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error(`Bygget misslyckades: ${bin}`);
    process.exit(1);
  }
}

function build(): void {
  const stamp = sources();
  if (isBuilt(stamp)) return;
  console.log('Bygger Samordna (en halv minut första gången) …');
  run('@nestjs/cli/bin/nest.js', 'build', 'api');
  run('vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'error');
  writeFileSync(stampFile, stamp);
}

build();
if (!argv.includes('--build-only')) {
  const { startOrExplain } = (await import(
    join(folder, 'dist', 'apps', 'api', 'main.js')
  )) as typeof import('./apps/api/main.ts');
  await startOrExplain(folder, { resetDemo: argv.includes('--reset-demo') });
}
