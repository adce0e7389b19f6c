import { useRef } from 'react';
import type { Store, Stored } from '../api/autosave.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem, type Problem } from '../api/problem.ts';
import { adopt, readRequest, type Request } from './request.ts';

/** The five fields as the form holds them: an empty `ageBand` is not chosen yet. */
export interface DraftFields {
  question: string;
  themes: string[];
  ageBand: string;
  tried: string;
  services: string[];
}

export const EMPTY_DRAFT: Stored<DraftFields> = {
  content: { question: '', themes: [], ageBand: '', tried: '', services: [] },
  version: 0,
};

export function storedDraft({
  question,
  themes,
  ageBand = '',
  tried,
  services,
  version,
}: Request): Stored<DraftFields> {
  return { content: { question, themes, ageBand, tried, services }, version };
}

/** Keeps a draft on the server. The first save of a new one makes it, once, also when the answer to it was lost. */
export function useDraftStore(opened: Request | undefined) {
  const request = useRef(opened);
  const creation = useCreationKey();
  const firstSent = useRef<DraftFields>(undefined);

  /** What was sent is what is stored now: the answer may have tidied it, but the form is the person's. */
  function keep(saved: Request, content: DraftFields): Stored<DraftFields> {
    request.current = saved;
    adopt(saved);
    return { content, version: saved.version };
  }

  /** Sends the same text again until it has been answered: only then is it known whether the draft was made. */
  async function create(fields: DraftFields): Promise<Stored<DraftFields>> {
    const first = (firstSent.current ??= fields);
    const params = { header: creation.header() };
    try {
      const made = await answer(api.POST('/api/v1/consultation-requests', { params, body: bodyOf(first) }));
      showAddress(made.id);
      return keep(made, first);
    } catch (error) {
      if (isRefused(asProblem(error))) {
        firstSent.current = undefined;
        creation.renew();
      }
      throw error;
    }
  }

  async function change(fields: DraftFields, { id }: Request, version: number): Promise<Stored<DraftFields>> {
    const params = { path: { id }, header: ifMatch(version) };
    const body = bodyOf(fields);
    return keep(await answer(api.PATCH('/api/v1/consultation-requests/{id}', { params, body })), fields);
  }

  const store: Store<DraftFields> = {
    read: async () => storedDraft((request.current = await readRequest(request.current!.id))),
    write: (fields, version) => (request.current ? change(fields, request.current, version) : create(fields)),
  };

  return { store, request: () => request.current };
}

/** Answered with a no: nothing was made. */
function isRefused({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== 401;
}

function bodyOf({ ageBand, ...fields }: DraftFields) {
  return { ...fields, ...(ageBand && { ageBand }) };
}

/** The draft has got an address of its own. Written past the router, which would open the page anew under the hand that writes. */
function showAddress(id: string) {
  window.history.replaceState(window.history.state, '', `/fragor/${id}`);
}
