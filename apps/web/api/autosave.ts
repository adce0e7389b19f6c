import { asProblem, type Problem } from './problem.ts';

/** Where the text one is writing is right now. */
export type Saving =
  { state: 'untouched' } | { state: 'saving' } | { state: 'saved'; at: Date } | { state: 'failed'; retry: () => void };

/** A text with the version that it was saved as; 0 before it has been saved. */
export interface Stored<Content> {
  content: Content;
  version: number;
}

/** Where the text is kept. `write` answers the text that is stored afterwards, in the same form as it was given. */
export interface Store<Content> {
  read: () => Promise<Stored<Content>>;
  write: (content: Content, version: number) => Promise<Stored<Content>>;
}

export interface AutosaveStatus<Content> {
  saving: Saving;
  /** Why the last try was refused. */
  problem: Problem | null;
  /** What somebody else saved meanwhile: the person chooses before anything more is saved. */
  conflict: Stored<Content> | null;
}

const PAUSE_BEFORE_SAVE_MS = 1_000;
const PAUSE_BEFORE_RETRY_MS = 5_000;

/**
 * Saves one text as it is being written: a second after the typing stops, one save at a time, again by itself when the server
 * was away, and never over what somebody else has saved.
 */
export class Autosave<Content> {
  private stored: Stored<Content>;
  private current: Content;
  /** What was on its way when no answer came: it may have been stored all the same. */
  private sentInDoubt: Content | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | undefined;
  private stopped = false;
  private status: AutosaveStatus<Content> = { saving: { state: 'untouched' }, problem: null, conflict: null };

  constructor(
    opened: Stored<Content>,
    private readonly store: Store<Content>,
    private readonly onChange: (status: AutosaveStatus<Content>) => void,
  ) {
    this.stored = opened;
    this.current = opened.content;
  }

  get version(): number {
    return this.stored.version;
  }

  get isUnsaved(): boolean {
    return !this.stopped && !same(this.current, this.stored.content);
  }

  /** Somebody else has saved something else, and the person has not chosen yet. */
  get isContested(): boolean {
    return this.status.conflict !== null;
  }

  /** Why the last try was refused. */
  get problem(): Problem | null {
    return this.status.problem;
  }

  /** The text as it now stands. */
  offer(content: Content) {
    if (same(content, this.current)) return;
    this.current = content;
    if (!this.status.conflict) this.saveIn(PAUSE_BEFORE_SAVE_MS);
  }

  /** Saves what is unsaved now. Answers whether all of it is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.isUnsaved || this.running) {
      if (!(await this.save())) return false;
    }
    return true;
  }

  /** The person's own text goes on top of the other's. */
  keepMine(): Promise<boolean> {
    if (this.status.conflict) this.stored = this.status.conflict;
    this.report({ conflict: null });
    return this.flush();
  }

  /** The other's text, which from now on is the text. */
  takeSaved(): Content {
    if (this.status.conflict) this.stored = this.status.conflict;
    this.current = this.stored.content;
    this.report({ saving: { state: 'untouched' }, conflict: null, problem: null });
    return this.current;
  }

  /** Takes up what somebody else has saved since, when nothing here waits to be saved. Answers whether it did. */
  follow(saved: Stored<Content>): boolean {
    if (saved.version <= this.stored.version || this.isUnsaved || this.running || this.status.conflict) return false;
    this.stored = saved;
    this.current = saved.content;
    return true;
  }

  /** Begins anew from what is stored now, whatever was written here. */
  restart(stored: Stored<Content>) {
    clearTimeout(this.timer);
    this.stored = stored;
    this.current = stored.content;
    this.sentInDoubt = undefined;
    this.report({ saving: { state: 'untouched' }, conflict: null, problem: null });
  }

  /** The text is gone or has been sent: nothing of it is saved any more. */
  stop() {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  private save(): Promise<boolean> {
    this.running ??= this.send().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async send(): Promise<boolean> {
    if (this.status.conflict) return false;
    const sent = this.current;
    this.report({ saving: { state: 'saving' } });
    try {
      this.stored = await this.store.write(sent, this.stored.version);
      this.sentInDoubt = undefined;
      this.report({ saving: { state: 'saved', at: new Date() }, problem: null });
      if (this.isUnsaved) this.saveIn(PAUSE_BEFORE_SAVE_MS);
      return true;
    } catch (error) {
      return this.refused(asProblem(error), sent);
    }
  }

  private async refused(problem: Problem, sent: Content): Promise<boolean> {
    if (problem.status === 412) return this.compare(problem);
    this.report({ saving: this.failed(), problem });
    if (mayPass(problem)) {
      this.sentInDoubt = sent;
      this.saveIn(PAUSE_BEFORE_RETRY_MS);
    }
    return false;
  }

  /** The version is old: because of another's save, or of one's own that was stored without an answer. */
  private async compare(problem: Problem): Promise<boolean> {
    try {
      const saved = await this.store.read();
      if (this.sentInDoubt !== undefined && same(saved.content, this.sentInDoubt)) {
        this.sentInDoubt = undefined;
        this.stored = saved;
        return await this.send();
      }
      this.report({ saving: this.failed(), problem, conflict: saved });
    } catch (error) {
      this.report({ saving: this.failed(), problem: asProblem(error) });
    }
    return false;
  }

  private failed(): Saving {
    return { state: 'failed', retry: () => void this.flush() };
  }

  private saveIn(pause: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private report(change: Partial<AutosaveStatus<Content>>) {
    this.status = { ...this.status, ...change };
    this.onChange(this.status);
  }
}

/** No answer, no session or an ill server: worth another try with the same text. */
function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 401 || status >= 500;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
