/** One event of the sealed log, as the server tells it: what changed, never about whom. */
export interface LogNotice {
  index: number;
  type: string;
  /** What it is about; left out where the listener is told only that figures have changed. */
  subject?: { kind: string; id: string };
}

/** What the feed needs of a socket.io socket. */
export interface FeedSocket {
  on(event: 'log', listener: (notice: LogNotice) => void): unknown;
  on(event: 'welcome' | 'reset', listener: (head: { index: number }) => void): unknown;
  on(event: 'disconnect', listener: (reason: string) => void): unknown;
  on(event: 'connect_error', listener: (error: Error) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

type Listener = (notices: LogNotice[]) => void;

/** Changes are handed on in bundles, so that a busy meeting does not make every screen fetch for each event. */
const BUNDLE_MS = 50;

/**
 * The log as seen by one window. The last seen index is sent at each connection; the server tells what was
 * missed, then says `welcome` and where the log stands: everything after that is heard.
 * `onGap` is called when that cannot be told: at the first connection and after `reset`; then everything is read anew.
 * `onRefused` is called when the server closed the door: the session may have ended.
 */
export class LiveFeed {
  private readonly socket: FeedSocket;
  private readonly listeners = new Set<Listener>();
  private after: number | undefined;
  private bundle: LogNotice[] = [];

  constructor(
    open: (auth: (send: (data: { after?: number }) => void) => void) => FeedSocket,
    onGap: () => void,
    onRefused: () => void,
  ) {
    this.socket = open((send) => send(this.after === undefined ? {} : { after: this.after }));
    this.socket.on('log', (notice) => this.receive(notice));
    this.socket.on('welcome', ({ index }) => {
      const isFirst = this.after === undefined;
      this.after = index;
      if (isFirst) onGap();
    });
    this.socket.on('reset', ({ index }) => {
      this.after = index;
      onGap();
    });
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') onRefused();
    });
    this.socket.on('connect_error', (error) => {
      if ('data' in error) onRefused();
    });
  }

  connect() {
    this.socket.connect();
  }

  disconnect() {
    this.socket.disconnect();
    this.after = undefined;
    this.bundle = [];
  }

  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private receive(notice: LogNotice) {
    if (this.after !== undefined && notice.index <= this.after) return;
    this.after = notice.index;
    this.bundle.push(notice);
    if (this.bundle.length === 1) setTimeout(() => this.handOn(), BUNDLE_MS);
  }

  private handOn() {
    const notices = this.bundle;
    this.bundle = [];
    if (notices.length > 0) for (const listener of this.listeners) listener(notices);
  }
}
