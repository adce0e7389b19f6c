import fc from 'fast-check';
import { encodeEntry } from './entry.ts';
import {
  exampleEntries,
  exampleEntry,
  exampleKey,
  exampleOpening,
  exampleOrigin,
  exampleSize,
  exampleVerifierKey,
  figureAt,
  filesOf,
  logOf,
  sourceOf,
} from '../../test/support/example-log.ts';
import type { LogReader } from './export.ts';
import { decodeBundle, encodeBundle } from './tiles.ts';
import { CannotVerify, verifyLog, type Trust, type Verification } from './verification.ts';

const vkey = exampleVerifierKey(exampleKey('the log'));
const sizes = [1, 100, 256, figureAt, 401, 550];
const size = exampleSize;

type Files = Map<string, Buffer>;
let log: LogReader;
let clean: Files;

beforeAll(async () => {
  log = await logOf(exampleEntries().map(encodeEntry), sizes);
  clean = await filesOf({ ...log, openings: [exampleOpening(3), exampleOpening(3), exampleOpening(699)] });
});

describe('a clean export', () => {
  it('is intact, and everything in it was checked', async () => {
    const { verdict, findings, checked } = await verify(clean, { vkey, checkpoints: [log.checkpoints[2]!] });
    expect({ verdict, findings }).toEqual({ verdict: 'intact', findings: [] });
    expect(checked).toEqual({ entries: size, tiles: 4, checkpoints: 7, outside: 1, openings: 3, figures: 1 });
  });

  it.each([1, 2, 255, 256, 257, 511, 512, 513])('of %i entries is intact, with a checkpoint at each', async (count) => {
    const entries = exampleEntries().slice(0, count);
    const files = await filesOf(
      await logOf(
        entries.map(encodeEntry),
        entries.map((_, i) => i + 1),
      ),
    );
    const { verdict, checked } = await verify(files, { vkey });
    expect([verdict, checked.entries, checked.checkpoints]).toEqual(['intact', count, count]);
  });

  it('made while the log grows on is intact', async () => {
    const files = await filesOf({ ...log, size: 550, checkpoints: log.checkpoints.slice(0, -1) });
    expect(await verdictOf(files, { vkey })).toBe('intact');
  });

  it('says which key was used', async () => {
    expect((await verify(clean)).vkey).toBe(vkey);
  });
});

describe('an entry', () => {
  it('with any bit flipped is found, at its index', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.nat(), fc.nat(7), async (index, byte, bit) => {
        const changed = changeEntries(clean, (entries) => entries.with(index, flip(entries[index]!, byte, bit)));
        const { verdict, findings } = await verify(changed);
        expect(verdict).toBe('tampered');
        expect(findings.find(({ fault }) => fault === 'leaf')?.index).toBe(index);
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, (entries: Buffer[]) => Buffer[]]>([
    ['deleted', (entries) => entries.toSpliced(300, 1)],
    ['inserted', (entries) => entries.toSpliced(300, 0, encodeEntry(exampleEntry(1)))],
    ['written twice', (entries) => entries.toSpliced(300, 0, entries[299]!)],
    ['swapped with the next', (entries) => entries.with(300, entries[301]!).with(301, entries[300]!)],
    ['swapped with one in another bundle', (entries) => entries.with(300, entries[600]!).with(600, entries[300]!)],
  ])('%s is found, at its index', async (_, change) => {
    const { verdict, findings } = await verify(changeEntries(clean, change));
    expect(verdict).toBe('tampered');
    expect(findings[0]).toMatchObject({ fault: 'leaf', index: 300 });
  });

  it.each([
    ['cut off', 1],
    ['taken out', encodeEntry(exampleEntry(699)).length + 2],
  ])('%s at the end is found', async (_, bytes) => {
    const last = 'tile/entries/002.p/188';
    const { verdict, findings } = await verify(new Map(clean).set(last, clean.get(last)!.subarray(0, -bytes)));
    expect([verdict, findings[0]?.fault]).toEqual(['tampered', 'bundle']);
  });

  it('that no reader knows the form of is found, though every hash is right', async () => {
    const odd = exampleEntries().slice(0, figureAt).map(encodeEntry).with(5, Buffer.from('{"v": 1}'));
    const { verdict, findings } = await verify(await filesOf(await logOf(odd)));
    expect({ verdict, findings }).toEqual({ verdict: 'tampered', findings: [{ fault: 'entry', index: 5, count: 1 }] });
  });
});

describe('one who rebuilds the tree around a change', () => {
  const changed = (): Buffer[] =>
    exampleEntries()
      .map(encodeEntry)
      .with(450, encodeEntry(exampleEntry(1)));

  it('is found by the old checkpoints, which tell the entries from those before', async () => {
    const rebuilt = await logOf(changed(), sizes);
    const { verdict, findings } = await verify(await filesOf({ ...rebuilt, checkpoints: log.checkpoints }));
    expect(verdict).toBe('tampered');
    expect(findings[0]).toEqual({ fault: 'checkpoint-root', since: 401, index: 549, count: 2 });
  });

  it('and signs anew with another key is found by the key, or by a checkpoint kept outside', async () => {
    const forged = await filesOf(await logOf(changed(), sizes, exampleKey('a forger')));
    expect(await verdictOf(forged)).toBe('intact');
    expect(await faultsOf(forged, { vkey })).toContain('checkpoint-signature');
    expect(await faultsOf(forged, { checkpoints: [log.checkpoints[1]!] })).toContain('outside-signature');
  });

  it('and signs anew with the stolen key is found only by a checkpoint kept outside', async () => {
    const forged = await filesOf(await logOf(changed(), sizes));
    expect(await verdictOf(forged, { vkey })).toBe('intact');
    expect(await verdictOf(forged, { vkey, checkpoints: [log.checkpoints[4]!] })).toBe('intact');
    expect(await faultsOf(forged, { vkey, checkpoints: [log.checkpoints[5]!] })).toEqual(['outside-root']);
  });

  it('and cuts off the end, checkpoints and all, is found only by a checkpoint kept outside', async () => {
    const short = await logOf(exampleEntries().slice(0, 550).map(encodeEntry), sizes);
    expect(await verdictOf(await filesOf(short), { vkey })).toBe('intact');
    expect(await faultsOf(await filesOf(short), { checkpoints: [log.checkpoints.at(-1)!] })).toEqual(['outside-size']);
  });

  it('and cuts off the end but leaves the checkpoints is found', async () => {
    const short = await logOf(exampleEntries().slice(0, 550).map(encodeEntry), sizes);
    expect(await faultsOf(await filesOf({ ...short, checkpoints: log.checkpoints }))).toContain('manifest');
  });
});

describe('a checkpoint', () => {
  it('with any bit flipped is found', async () => {
    const notes = clean.get('checkpoints')!;
    await fc.assert(
      fc.asyncProperty(fc.nat(notes.length - 1), fc.nat(7), async (byte, bit) => {
        expect(await verdictOf(new Map(clean).set('checkpoints', flip(notes, byte, bit)))).toBe('tampered');
      }),
      { numRuns: 25 },
    );
  });

  it('in the file of the latest with any bit flipped is found', async () => {
    const latest = clean.get('checkpoint')!;
    for (let byte = 0; byte < latest.length; byte += 13) {
      expect(await verdictOf(new Map(clean).set('checkpoint', flip(latest, byte, byte % 8)))).toBe('tampered');
    }
  });

  it('whose signature has a bit flipped is found', async () => {
    const note = log.checkpoints[3]!;
    const at = note.lastIndexOf(' ') + 20;
    const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
    const { verdict, findings } = await verify(withCheckpoints(log.checkpoints.with(3, changed)));
    expect(verdict).toBe('tampered');
    expect(findings[0]).toMatchObject({ fault: 'checkpoint-signature', detail: '4' });
  });

  it.each<[string, (notes: readonly string[]) => string[]]>([
    ['out of order', (notes) => notes.with(0, notes[1]!).with(1, notes[0]!)],
    ['given twice', (notes) => notes.toSpliced(2, 0, notes[2]!)],
    ['that is the last but not in the list', (notes) => notes.slice(0, -1)],
  ])('%s is found', async (_, change) => {
    expect(await faultsOf(withCheckpoints(change(log.checkpoints)))).toContain('checkpoint-order');
  });
});

describe('a tile', () => {
  it('with any bit flipped is found', async () => {
    for (const path of [...clean.keys()].filter((each) => /^tile\/\d/.test(each))) {
      const tile = clean.get(path)!;
      for (let byte = 0; byte < tile.length; byte += 611) {
        const { verdict, findings } = await verify(new Map(clean).set(path, flip(tile, byte, byte % 8)));
        expect([verdict, findings.length]).toEqual(['tampered', 1]);
      }
    }
  });

  it('longer than it should be is found', async () => {
    const path = 'tile/0/002.p/188';
    const longer = Buffer.concat([clean.get(path)!, Buffer.alloc(32)]);
    expect(await faultsOf(new Map(clean).set(path, longer))).toEqual(['tile']);
  });

  it('that such a log does not have is found', async () => {
    expect(await faultsOf(new Map(clean).set('tile/0/003.p/1', Buffer.alloc(32)))).toEqual(['file-unexpected']);
  });
});

describe('an opening', () => {
  it.each([
    ['another value', { value: 'någon annan' }],
    ['another entry', { index: 4 }],
    ['an entry that is not there', { index: size }],
  ])('with %s is found', async (_, change) => {
    const files = await filesOf({ ...log, openings: [exampleOpening(2), { ...exampleOpening(3), ...change }] });
    expect(await faultsOf(files)).toEqual(['opening']);
  });

  it('that is no opening is found', async () => {
    expect(await faultsOf(new Map(clean).set('openings.ndjson', Buffer.from('{"index":3}\n')))).toEqual(['opening']);
  });
});

describe('what is missing', () => {
  it('any one file: not whole, and never called intact', async () => {
    for (const path of clean.keys()) {
      const files = new Map(clean);
      files.delete(path);
      if (path === 'samordna-log.json') await expect(verify(files)).rejects.toThrow(CannotVerify);
      else if (path === 'openings.ndjson') expect(await verdictOf(files)).toBe('intact');
      else expect([path, await verdictOf(files)]).toEqual([path, 'incomplete']);
    }
  });

  it('hides no fault', async () => {
    const files = changeEntries(clean, (entries) => entries.with(10, flip(entries[10]!, 9, 0)));
    files.delete('tile/0/002.p/188');
    expect(await verdictOf(files)).toBe('tampered');
  });
});

describe('no verdict is given', () => {
  const manifest = (change: object): Files => {
    const sound = JSON.parse(clean.get('samordna-log.json')!.toString()) as object;
    return new Map(clean).set('samordna-log.json', Buffer.from(JSON.stringify({ ...sound, ...change })));
  };

  it.each<[string, () => Files, Trust, string]>([
    ['of an export in another format', () => manifest({ format: 2 }), {}, 'manifest-form'],
    [
      'of a manifest that is no JSON',
      () => new Map(clean).set('samordna-log.json', Buffer.from('{')),
      {},
      'manifest-form',
    ],
    ['under a key that is none', () => clean, { vkey: 'key' }, 'key-form'],
    ['when the export names no key', () => manifest({ vkey: '' }), {}, 'key-form'],
    ['beside a checkpoint that is none', () => clean, { checkpoints: ['hej'] }, 'outside-form'],
  ])('%s', async (_, files, trust, reason) => {
    await expect(verify(files(), trust)).rejects.toMatchObject({ reason });
  });

  it('beside a checkpoint of another log', async () => {
    const other = log.checkpoints[0]!.replaceAll(exampleOrigin, 'annan.se');
    await expect(verify(clean, { checkpoints: [other] })).rejects.toMatchObject({ reason: 'outside-other-log' });
  });

  it('but a manifest that disagrees with the checkpoints is tampering', async () => {
    expect(await faultsOf(manifest({ size: 550 }))).toContain('manifest');
    expect(await faultsOf(manifest({ size: 701 }))).toContain('manifest');
    expect(await faultsOf(manifest({ size: Number.MAX_SAFE_INTEGER }))).toContain('manifest');
    expect(await faultsOf(manifest({ origin: 'annan.se' }))).toEqual(['manifest']);
  });
});

function verify(files: Files, trust?: Trust): Promise<Verification> {
  return verifyLog(sourceOf(files), trust);
}

async function verdictOf(files: Files, trust?: Trust): Promise<string> {
  return (await verify(files, trust)).verdict;
}

async function faultsOf(files: Files, trust?: Trust): Promise<string[]> {
  return (await verify(files, trust)).findings.map(({ fault }) => fault);
}

/** Changes the list of entries and packs it again into the same files; what is too much or too little ends up in the last. */
function changeEntries(files: Files, change: (entries: Buffer[]) => Buffer[]): Files {
  const paths = [...files.keys()].filter((path) => path.startsWith('tile/entries/'));
  const entries = change(paths.flatMap((path) => decodeBundle(files.get(path)!).entries));
  return new Map([
    ...files,
    ...paths.map((path, i) => {
      const end = i === paths.length - 1 ? undefined : (i + 1) * 256;
      return [path, encodeBundle(entries.slice(i * 256, end))] as const;
    }),
  ]);
}

function withCheckpoints(notes: readonly string[]): Files {
  return new Map(clean).set('checkpoints', Buffer.from(JSON.stringify(notes)));
}

function flip(bytes: Buffer, byte: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[byte % bytes.length]! ^= 1 << bit;
  return changed;
}
