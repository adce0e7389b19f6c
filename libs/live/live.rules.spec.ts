import { type Audience, eventKind } from '../audit/index.ts';
import { databaseRole, ROLE_CODES, type Role } from '../directory/index.ts';
import type { LogEntry } from '../evidence/index.ts';
import { CATCH_UP_REACH, catchUp, deliveriesOf, noticeFor, roomsOf } from './live.rules.ts';

const all: Audience[] = ['coordinators', 'asking-unit', 'team', 'managers', 'log-reviewers'];
const ofCase = eventKind({ type: 'spec.of-case', activity: 'Skriva', reaches: ['holder', 'recipients', 'named'] });
const told = eventKind({ type: 'spec.told', activity: 'Skriva', reaches: all });
const quiet = eventKind({ type: 'spec.quiet', activity: 'Läsa' });

const entry = (more: Partial<LogEntry> = {}): LogEntry => ({
  v: 1,
  id: 'e1',
  type: told.type,
  at: '2026-11-22T09:00:00.000Z',
  area: 'area-1',
  actor: 'assignment-1',
  unit: 'unit-1',
  activity: 'Skriva',
  outcome: 'done',
  subject: 'consultation:c1',
  facts: { askingUnit: 'unit-1', team: 'team-1', question: 'never to be seen' },
  ...more,
});
const actor = (role: Role, more = {}) => ({
  role: databaseRole(role),
  area: 'area-1',
  unit: 'unit-1',
  assignment: 'assignment-1',
  ...(role === 'TEAM_MEMBER' && { team: 'team-1' }),
  ...more,
});

describe('the rooms of whoever acts', () => {
  it.each([
    ['REQUESTER', ['asking-unit:unit-1', 'recipients:unit-1', 'recipients:assignment-1']],
    ['SIP_COORDINATOR', ['coordinators:area-1', 'holder:unit-1', 'named:assignment-1']],
    ['TEAM_MEMBER', ['team:team-1']],
    ['MANAGER', ['managers:area-1']],
    ['LOG_REVIEWER', ['log-reviewers:area-1']],
    ['AREA_ADMINISTRATOR', []],
  ] as const)('%s: %j', (role, rooms) => {
    expect(roomsOf(actor(role))).toEqual(rooms);
  });

  it('are none for a team member without a team', () => {
    expect(roomsOf(actor('TEAM_MEMBER', { team: undefined }))).toEqual([]);
  });
});

describe('what is told of an event', () => {
  it('names the object to those who may open it, and only the kind to managers', () => {
    expect(deliveriesOf(7, entry())).toEqual([
      {
        rooms: ['coordinators:area-1', 'asking-unit:unit-1', 'team:team-1', 'log-reviewers:area-1'],
        notice: { index: 7, type: told.type, subject: { kind: 'consultation', id: 'c1' } },
      },
      { rooms: ['managers:area-1'], notice: { index: 7, type: told.type } },
    ]);
  });

  it('is nothing for an event that reaches nobody, or that names no unit and no team', () => {
    expect(deliveriesOf(7, entry({ type: quiet.type }))).toEqual([]);
    expect(deliveriesOf(7, entry({ type: 'never.declared' }))).toEqual([]);
    expect(deliveriesOf(7, entry({ area: null, facts: undefined }))).toEqual([]);
  });

  it.each(ROLE_CODES)('is the same for %s as what the rooms of the role are told', (role) => {
    const rooms = roomsOf(actor(role));
    const heard = deliveriesOf(7, entry()).filter((delivery) => delivery.rooms.some((room) => rooms.includes(room)));
    expect(heard.length).toBe(rooms.length > 0 ? 1 : 0);
    expect(noticeFor(rooms, 7, entry())).toEqual(heard[0]?.notice);
  });

  it('of a case: what it is to those who hold it, and to those who got something only that there is something', () => {
    const heard = (facts: Record<string, unknown>) =>
      deliveriesOf(7, entry({ type: ofCase.type, subject: 'sip-case:s1', facts })).map(({ rooms, notice }) => [
        rooms,
        notice,
      ]);
    const subject = { kind: 'sip-case', id: 's1' };
    const whole = { index: 7, type: ofCase.type, subject };
    const bare = { index: 7, type: 'received-case.changed', subject };
    expect(heard({ holder: 'unit-1', recipients: ['unit-2', 'unit-3'] })).toEqual([
      [['holder:unit-1'], whole],
      [['recipients:unit-2', 'recipients:unit-3'], bare],
    ]);
    // Of a protected child the named alone: coordinators have their room, those who got copies another.
    expect(heard({ named: ['assignment-1', 'assignment-9'] })).toEqual([
      [['named:assignment-1', 'named:assignment-9'], whole],
      [['recipients:assignment-1', 'recipients:assignment-9'], bare],
    ]);
    const ofChild = entry({ type: ofCase.type, subject: 'child:c1', facts: { recipients: ['unit-2'] } });
    expect(noticeFor(['recipients:unit-2'], 7, ofChild)).toMatchObject({ type: ofCase.type });
  });

  it('is nothing to another unit, another team and another area', () => {
    const other = { area: 'area-2', unit: 'unit-2' };
    for (const role of ROLE_CODES) {
      const rooms = roomsOf(actor(role, { ...other, ...(role === 'TEAM_MEMBER' && { team: 'team-2' }) }));
      expect(noticeFor(rooms, 7, entry())).toBeUndefined();
    }
  });
});

describe('what a client that comes back is owed', () => {
  it.each([
    ['has seen nothing', undefined, 5, { from: 5 }],
    ['says null', null, 5, { from: 5 }],
    ['has seen all', 4, 5, { from: 5 }],
    ['missed the last two', 2, 5, { from: 3 }],
    ['was there before the first event', -1, 5, { from: 0 }],
    ['knows an empty log', -1, 0, { from: 0 }],
    ['is as far behind as can be told', 0, CATCH_UP_REACH + 1, { from: 1 }],
    ['is further behind', 0, CATCH_UP_REACH + 2, 'everything'],
    ['has seen more than there is', 5, 5, 'everything'],
    ['says something else', '4', 5, 'everything'],
    ['says half an index', 2.5, 5, 'everything'],
    ['says less than nothing', -2, 5, 'everything'],
  ])('%s', (_, after, next, owed) => {
    expect(catchUp(after, next)).toEqual(owed);
  });
});
