import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { encodeEntry } from '../../libs/evidence/index.ts';
import {
  exampleEntry,
  exampleKey,
  exampleVerifierKey,
  filesOf,
  logOf,
  publishedFigure,
} from '../../test/support/example-log.ts';

type Files = ReadonlyMap<string, Buffer>;

const size = 300;
const vkey = exampleVerifierKey(exampleKey('the log'));
let folder: string;
let clean: Files;
let checkpoints: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samordna-verify-'));
  const log = await logOf(entries().map(encodeEntry), [100, 200]);
  checkpoints = log.checkpoints;
  clean = await filesOf(log);
});

afterAll(() => rm(folder, { recursive: true }));

describe('node apps/verify/main.ts', () => {
  it('ends with 0 for an intact log, as tar or as folder, and says what was checked', async () => {
    for (const path of [await tarOf(clean), await folderOf(clean)]) {
      const { code, text } = verify(path, '--vkey', vkey);
      expect(code).toBe(0);
      expect(text).toContain('300 poster');
      expect(text).toContain('1 publicerade siffror, omräknade');
      expect(text).toContain('kontrollerade mot nyckeln som du angav');
      expect(text).toContain('OFÖRÄNDRAD');
    }
  });

  it('reads a tar packed from outside the folder', async () => {
    const outside = new Map([...clean].map(([path, bytes]) => [`./logg-2026/${path}`, bytes]));
    expect(verify(await tarOf(outside)).code).toBe(0);
  });

  it('says when the key is only the one in the export', async () => {
    const { code, text } = verify(await tarOf(clean));
    expect(code).toBe(0);
    expect(text).toContain('nyckeln som står i exporten själv');
    expect(text).toContain(vkey);
  });

  it('checks checkpoints kept outside', async () => {
    const kept = await Promise.all(checkpoints.map((note, i) => fileOf(`kept-${i}`, note)));
    const { code, text } = verify(await tarOf(clean), ...kept.flatMap((path) => ['--checkpoint', path]));
    expect(code).toBe(0);
    expect(text).toContain('3 kontrollpunkter sparade utanför');

    const short = await logOf(entries().slice(0, 200).map(encodeEntry), [100]);
    const cut = verify(await tarOf(await filesOf(short)), '--checkpoint', kept[2]!);
    expect(cut.code).toBe(1);
    expect(cut.text).toContain('kortare än den sparade kontrollpunkten');
  });

  it.each<[string, string, number, string]>([
    ['an entry', 'tile/entries/000', 5000, '(post 20)'],
    ['the root in the latest checkpoint', 'checkpoint', 40, 'filen checkpoint'],
    ['a signature', 'checkpoints', 160, 'En kontrollpunkt är skadad eller inte signerad'],
    ['a tile', 'tile/0/001.p/44', 64, '(post 258)'],
  ])('ends with 1 when a bit in %s is flipped, and says where', async (_, path, byte, where) => {
    const { code, text } = verify(await tarOf(flipped(path, byte)), '--vkey', vkey);
    expect(code).toBe(1);
    expect(text).toContain('ÄNDRAD');
    expect(text).toContain(where);
  });

  it('ends with 1 when a published figure is not what the log gives', async () => {
    const files = await filesOf(await logOf(entries({ skola: 1 }).map(encodeEntry), [100, 200]));
    const { code, text } = verify(await tarOf(files), '--vkey', vkey);
    expect(code).toBe(1);
    expect(text).toContain('blir en annan när den räknas om (post 200, consultations-held skola: 1 ≠');
  });

  it('lets no text in the export pass for a verdict', async () => {
    const sound = JSON.parse(clean.get('samordna-log.json')!.toString()) as object;
    const manifest = JSON.stringify({ ...sound, exportedAt: '\u001b[2J\nOFÖRÄNDRAD: allt stämmer.' });
    const files = new Map(clean)
      .set('samordna-log.json', Buffer.from(manifest))
      .set('tile/\u001b[2J\nOFÖRÄNDRAD', Buffer.alloc(1));
    const { code, text } = verify(await tarOf(files), '--vkey', vkey);
    expect(code).toBe(1);
    expect(text).not.toMatch(/^OFÖRÄNDRAD/m);
    expect(text).not.toContain('\u001b');
  });

  it('ends with 1 under the key of another log', async () => {
    expect(verify(await tarOf(clean), '--vkey', exampleVerifierKey(exampleKey('another'))).code).toBe(1);
  });

  it.each<[string, () => Promise<string[]>]>([
    ['nothing is given', async () => []],
    ['two exports are given', async () => [await tarOf(clean), await tarOf(clean)]],
    ['an unknown option is given', async () => [await tarOf(clean), '--fast']],
    ['there is no such file', async () => [join(folder, 'nowhere.tar')]],
    ['there is no such checkpoint', async () => [await tarOf(clean), '--checkpoint', join(folder, 'nowhere')]],
    ['the checkpoint is none', async () => [await tarOf(clean), '--checkpoint', await fileOf('none', 'hej')]],
    ['the key is none', async () => [await tarOf(clean), '--vkey', 'hej']],
    ['the file is no tar', async () => [await fileOf('text.tar', 'hej '.repeat(1000))]],
    ['the tar is empty', async () => [await tarOf(new Map())]],
    ['the tar ends too early', async () => [await fileOf('short.tar', (await packed(clean)).subarray(0, 60_000))]],
    ['the tar names a file twice', async () => [await fileOf('twice.tar', await packed([...clean, ...clean]))]],
    ['a file is missing', async () => [await tarOf(new Map([...clean].filter(([path]) => path !== 'tile/0/000')))]],
  ])('ends with 2 when %s, and says why', async (_, args) => {
    const { code, text } = verify(...(await args()));
    expect([code, text]).toEqual([2, expect.stringMatching(/^Så här gör du|KAN INTE KONTROLLERAS/m)]);
    expect(text).not.toContain('Programmet kunde inte fortsätta');
  });
});

/** 200 entries, a figure over them, 99 more. */
function entries(values?: Record<string, number>): ReturnType<typeof exampleEntry>[] {
  const all = Array.from({ length: size }, (_, i) => exampleEntry(i));
  return all.with(200, publishedFigure(all.slice(0, 200), values && { values }));
}

function verify(...args: string[]): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/verify/main.ts', ...args], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return { code: status, text: stdout.replaceAll('\u00a0', ' ') };
}

function flipped(path: string, byte: number): Files {
  const bytes = Buffer.from(clean.get(path)!);
  bytes[byte]! ^= 1;
  return new Map(clean).set(path, bytes);
}

async function tarOf(files: Files): Promise<string> {
  return fileOf('export.tar', await packed(files));
}

async function packed(files: Iterable<[string, Buffer]>): Promise<Buffer> {
  const tar = pack();
  for (const [name, bytes] of files) tar.entry({ name }, bytes);
  tar.finalize();
  return buffer(tar);
}

async function folderOf(files: Files): Promise<string> {
  for (const [path, bytes] of files) await fileOf(join('export', path), bytes);
  return join(folder, 'export');
}

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}
