import type { SubjectKeys } from '../platform/index.ts';
import type { DisclosedCopy } from './disclosure.document.ts';
import type { CopyHeadView } from './disclosure.dto.ts';
import type { CopyView } from './received.dto.ts';

/** What is needed to open a copy, as JSON's names and values: `d` is the disclosure, `k` its key. */
export const sealedCopy = (d: string, k: string): string =>
  `'id', ${d}.id, 'keyId', ${d}.key_id, 'wrapped', encode(${k}.wrapped, 'base64'), 'content', encode(${d}.content, 'base64')`;

/** The same with what stands of it in clear. */
export const wholeCopy = (d: string, k: string): string =>
  `json_build_object(${sealedCopy(d, k)}, 'at', ${d}.disclosed_at, 'what', ${d}.what, 'number', ${d}.number, 'category', ${d}.category)`;

export interface SealedCopy {
  id: string;
  keyId: string;
  wrapped: string;
  content: string;
}

export type WholeCopy = SealedCopy & CopyHeadView;

export const openCopy = (keys: SubjectKeys, { id, keyId, wrapped, content }: SealedCopy): DisclosedCopy =>
  keys.of(keyId, wrapped).open<DisclosedCopy>('disclosure.content', id, content);

export function copyView(keys: SubjectKeys, sealed: WholeCopy): CopyView {
  const { id, at, what, number, category } = sealed;
  return { id, at, what, number, category, ...openCopy(keys, sealed) };
}
