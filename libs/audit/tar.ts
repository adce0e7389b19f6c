import { Readable } from 'node:stream';
import { pack, type Pack } from 'tar-stream';
import type { ExportFile } from '../evidence/index.ts';

/** The files as a tar archive. Nothing is read before somebody reads the archive, and then one file at a time, at the reader's pace. */
export const tarOf = (files: AsyncIterable<ExportFile>, mtime: Date): Readable => Readable.from(chunksOf(files, mtime));

async function* chunksOf(files: AsyncIterable<ExportFile>, mtime: Date): AsyncGenerator<Buffer> {
  const archive = pack();
  fill(archive, files, mtime).catch((error: Error) => archive.destroy(error));
  for await (const chunk of archive) yield chunk as Buffer;
}

async function fill(archive: Pack, files: AsyncIterable<ExportFile>, mtime: Date): Promise<void> {
  for await (const { path, bytes } of files) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    archive.entry({ name: path, mtime }, Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
    await promise;
  }
  archive.finalize();
}
