import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { SESSION, SessionGate, tokenIn } from '../directory/index.ts';
import { type Actor, Database, Problem } from '../platform/index.ts';

const connected = eventKind({ type: 'live.connected', activity: 'Läsa' });
const refused = eventKind({ type: 'live.refused', activity: 'Läsa' });

/** Who may listen: whoever is signed in and acts in an assignment. Each knock by someone known leaves one event. */
@Injectable()
export class LiveDoor {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Answers who came in with this cookie header; throws the Problem of one who may not. */
  async enter(cookieHeader: string | undefined): Promise<Actor> {
    const token = tokenIn(cookieHeader);
    if (!token) throw new Problem('not-signed-in', 'Logga in och försök igen.');
    const gate = new SessionGate(token, 'live.listen');
    try {
      return await this.database.as(gate, async (scope) => {
        this.log.record(connected);
        return scope.enter();
      });
    } catch (error) {
      if (gate.knocked) await this.recordRefusal(token);
      throw error;
    }
  }

  private recordRefusal(token: string): Promise<void> {
    return this.database.as(new SessionGate(token, SESSION), async () => {
      this.log.record(refused, { outcome: 'refused' });
    });
  }
}
