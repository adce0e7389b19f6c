import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract, type Extract } from 'tar-stream';
import type { LogSource } from '../../libs/evidence/index.ts';

/** An exported log on disk. */
export interface Archive extends LogSource {
  close(): Promise<void>;
}

/** Not there, damaged, neither a folder nor a tar file, or a tar that names a file twice so that nobody can tell which one counts. */
export class Unreadable extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(`cannot read ${path}`, { cause });
    this.path = path;
  }
}

interface Section {
  readonly start: number;
  readonly length: number;
}

const headerBytes = 512;
const manifestName = 'samordna-log.json';

/** Opens a folder or a tar file; rejects with Unreadable, as reading from it does. */
export async function openArchive(path: string): Promise<Archive> {
  const archive = await orUnreadable(path, async () =>
    (await stat(path)).isDirectory() ? openFolder(path) : openTar(path),
  );
  return {
    paths: archive.paths,
    read: (name) => orUnreadable(path, () => archive.read(name)),
    close: () => archive.close(),
  };
}

/** A signed checkpoint kept in a file of its own. */
export function readCheckpoint(path: string): Promise<string> {
  return orUnreadable(path, () => readFile(path, 'utf8'));
}

async function openFolder(folder: string): Promise<Archive> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const paths = files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'));
  return { paths: new Set(paths), read: (path) => readFile(join(folder, path)), close: () => Promise.resolve() };
}

/** Reads the tar once to learn where each file lies, and after that only the files asked for: nothing is unpacked. */
async function openTar(path: string): Promise<Archive> {
  const sections = withoutTopFolder(await readSections(path));
  const tar = await open(path);
  return {
    paths: new Set(sections.keys()),
    read: (name) => readSection(tar, sections.get(name)),
    close: () => tar.close(),
  };
}

async function readSections(path: string): Promise<Map<string, Section>> {
  const archive = extract();
  const [sections] = await Promise.all([listSections(archive), pipeline(createReadStream(path), archive)]);
  return sections;
}

async function listSections(archive: Extract): Promise<Map<string, Section>> {
  const sections = new Map<string, Section>();
  for await (const entry of archive) {
    const { name, type, size } = entry.header;
    const path = name.replace(/^\.\//, '');
    if (type === 'file') {
      if (sections.has(path)) throw new Error(`${path} stands twice in the archive`);
      sections.set(path, { start: entry.offset + headerBytes, length: size });
    }
    entry.resume();
  }
  return sections;
}

/** A tar may have been packed from outside the folder, which then stands before every name. */
function withoutTopFolder(sections: Map<string, Section>): Map<string, Section> {
  const manifest = [...sections.keys()].find((name) => name.endsWith(`/${manifestName}`));
  if (manifest === undefined || sections.has(manifestName)) return sections;
  const top = manifest.slice(0, -manifestName.length);
  const inside = [...sections].filter(([name]) => name.startsWith(top));
  return new Map(inside.map(([name, section]) => [name.slice(top.length), section]));
}

async function readSection(tar: FileHandle, section: Section | undefined): Promise<Buffer> {
  if (!section) throw new RangeError('no such file in the archive');
  const bytes = Buffer.alloc(section.length);
  const { bytesRead } = await tar.read(bytes, 0, section.length, section.start);
  if (bytesRead !== section.length) throw new RangeError('the archive ends too early');
  return bytes;
}

async function orUnreadable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Unreadable(path, error);
  }
}
