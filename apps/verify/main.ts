/*
 * Checks an exported log without network or database: node apps/verify/main.ts <export.tar|folder> [--vkey …] [--checkpoint file]…
 * Exit code 0: intact. 1: tampered. 2: cannot be verified.
 */
import { parseArgs } from 'node:util';
import { CannotVerify, verifyLog } from '../../libs/evidence/index.ts';
import { openArchive, readCheckpoint, Unreadable } from './archive.ts';
import { cannotVerify, failed, report, unreadable, usage } from './words.ts';

const exitCodes = { intact: 0, tampered: 1, incomplete: 2 } as const;

// Node ends with 1 after an error that nobody caught, and 1 must mean tampered and nothing else.
process.on('uncaughtException', (error) => process.exit(say(2, failed(error))));

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) return say(2, usage);
  try {
    const checkpoints = await Promise.all(asked.checkpoints.map(readCheckpoint));
    const archive = await openArchive(asked.path);
    const verification = await verifyLog(archive, { vkey: asked.vkey, checkpoints }).finally(() => archive.close());
    return say(exitCodes[verification.verdict], report(verification, asked.vkey !== undefined));
  } catch (error) {
    if (error instanceof CannotVerify) return say(2, cannotVerify(error.reason));
    if (error instanceof Unreadable) return say(2, unreadable(error.path));
    throw error;
  }
}

function readArguments(args: string[]): { path: string; vkey?: string; checkpoints: string[] } | undefined {
  try {
    const options = { vkey: { type: 'string' }, checkpoint: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return undefined;
    return { path, vkey: values.vkey, checkpoints: values.checkpoint ?? [] };
  } catch {
    return undefined;
  }
}

function say(code: number, text: string): number {
  console.log(text);
  return code;
}
