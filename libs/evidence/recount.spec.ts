import { encodeEntry, type LogEntry } from './entry.ts';
import {
  exampleEntries,
  exampleEntry,
  figureAt,
  filesOf,
  logOf,
  publishedFigure,
  sourceOf,
} from '../../test/support/example-log.ts';
import type { PublishedFigure } from './figure.ts';
import { verifyLog } from './verification.ts';

describe('a published figure', () => {
  const truth = (publishedFigure(exampleEntries().slice(0, figureAt)).facts ?? {})['values'] as Record<string, number>;

  it('counts something', () => {
    expect(Object.keys(truth)).toHaveLength(3);
    expect(Math.min(...Object.values(truth))).toBeGreaterThan(10);
  });

  it.each<[string, Partial<PublishedFigure>, string]>([
    ['one too many', { values: { ...truth, skola: truth['skola']! + 1 } }, 'figure-value'],
    ['a key left out', { values: { skola: truth['skola']! } }, 'figure-value'],
    ['another period', { period: { from: '2025-01-01', to: '2027-01-01' } }, 'figure-value'],
    ['a tree that no checkpoint has', { root: Buffer.alloc(32).toString('base64') }, 'figure-tree'],
    ['a size that no checkpoint has', { size: 399 }, 'figure-tree'],
    ['the tree of a later time', { size: 550 }, 'figure-tree'],
    ['values that are no numbers', { values: { skola: 'många' } as unknown as Record<string, number> }, 'figure-form'],
  ])('with %s is found, though every hash and signature is right', async (_, change, fault) => {
    const files = await exported(exampleEntries(change));
    const { verdict, findings } = await verifyLog(sourceOf(files));
    expect(verdict).toBe('tampered');
    expect(findings.find((each) => each.fault === fault)?.index).toBe(figureAt);
  });

  it('with a suppressed cell is intact', async () => {
    const entries = exampleEntries({ values: { ...truth, familj: null } });
    expect((await verifyLog(sourceOf(await exported(entries)))).verdict).toBe('intact');
  });

  it('counted from an entry that cannot be counted is found, at that entry', async () => {
    const spoilt = exampleEntries().with(1, { ...exampleEntry(1), facts: { delta: 1 } });
    const { findings } = await verifyLog(sourceOf(await exported(spoilt)));
    expect(findings.find(({ fault }) => fault === 'figure-form')?.index).toBe(1);
  });
});

async function exported(entries: readonly LogEntry[]): Promise<Map<string, Buffer>> {
  return filesOf(await logOf(entries.map(encodeEntry), [1, figureAt, 550]));
}
