import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { SESSION_CHANGES, SessionWatch } from '../directory/index.ts';
import { type Actor, problemOf } from '../platform/index.ts';
import { LiveDoor } from './live.door.ts';
import { catchUp, deliveriesOf, noticeFor, type Notice, roomsOf } from './live.rules.ts';
import { LogTail, type TailedEvent } from './log-tail.ts';

/** How often open screens are checked for sessions and assignments that ended without an event, in milliseconds. */
const CHECK = 5000;

/** What the server says: each event, and where the log stands once the client hears everything from there on. */
interface Said {
  log(notice: Notice): void;
  welcome(head: { index: number }): void;
  reset(head: { index: number }): void;
}

type LiveServer = Server<DefaultEventsMap, Said, DefaultEventsMap, { actor: Actor }>;
type LiveSocket = Socket<DefaultEventsMap, Said, DefaultEventsMap, { actor: Actor }>;

/** Pushes the sealed log to open screens, and closes them when their session ends (docs/adr/0004). Clients say nothing here. */
@WebSocketGateway({
  path: '/live',
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 4096,
  connectTimeout: 10_000,
})
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private server: LiveServer | undefined;
  private check: NodeJS.Timeout | undefined;

  constructor(
    private readonly tail: LogTail,
    private readonly door: LiveDoor,
    private readonly sessions: SessionWatch,
  ) {}

  afterInit(server: LiveServer): void {
    this.server = server;
    server.use((socket, next) => {
      this.door.enter(socket.handshake.headers.cookie).then(
        (actor) => {
          socket.data.actor = actor;
          next();
        },
        (error: unknown) => next(refusal(error)),
      );
    });
    this.tail.follow((event) => this.tell(event));
  }

  onApplicationBootstrap(): void {
    this.check = setInterval(() => void this.closeEnded(() => true), CHECK);
  }

  onModuleDestroy(): void {
    clearInterval(this.check);
  }

  handleConnection(socket: LiveSocket): void {
    this.letIn(socket).catch((error: Error) => {
      this.logger.error({ message: 'a client could not be caught up', cause: error.message });
      socket.conn.close();
    });
  }

  /**
   * Sends what the client missed, and then lets it into its rooms. The last look at how far the tail has told and the
   * joining happen in one turn of the event loop, in which the tail tells nothing: so each event reaches the client
   * either from this reading or through a room, once, and in order.
   */
  private async letIn(socket: LiveSocket): Promise<void> {
    const { actor } = socket.data;
    const { after } = socket.handshake.auth as { after?: unknown };
    const rooms = roomsOf(actor);
    const next = () => this.tail.next(actor.area!);
    // Another process may have told the client of more than this one has read yet.
    if (Number(after) >= next()) await this.tail.readOn();
    const owed = catchUp(after, next());
    let index = owed === 'everything' ? next() : owed.from;
    while (index < next()) {
      for (const event of await this.tail.between(actor.area!, index, next())) {
        const notice = noticeFor(rooms, event.index, event.entry);
        if (notice) socket.emit('log', notice);
        index = event.index + 1;
      }
    }
    if (!socket.connected) return;
    void socket.join(rooms);
    socket.emit(owed === 'everything' ? 'reset' : 'welcome', { index: index - 1 });
  }

  private tell({ index, entry }: TailedEvent): void {
    for (const { rooms, notice } of deliveriesOf(index, entry)) this.server!.to(rooms).emit('log', notice);
    if (SESSION_CHANGES.includes(entry.type)) {
      void this.closeEnded(({ session, assignment, person }) =>
        [`session:${session}`, `assignment:${assignment}`, `person:${person}`].includes(entry.subject ?? ''),
      );
    }
  }

  /** Closes the screens of sessions that ended or went on in another assignment. */
  private async closeEnded(concerns: (actor: Actor) => boolean): Promise<void> {
    const sockets = [...this.server!.sockets.sockets.values()].filter(({ data }) => concerns(data.actor));
    if (sockets.length === 0) return;
    try {
      const ended = await this.sessions.ended(sockets.map(({ data }) => data.actor));
      for (const socket of sockets) if (ended.has(socket.data.actor)) socket.disconnect(true);
    } catch (error) {
      this.logger.error({ message: 'sessions could not be checked', cause: (error as Error).message });
    }
  }
}

function refusal(error: unknown): Error {
  const { type, status, title } = problemOf(error);
  return Object.assign(new Error(title), { data: { type, status } });
}
