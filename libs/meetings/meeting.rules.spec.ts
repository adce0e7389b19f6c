import {
  countedOf,
  recordFaults,
  summonsFaults,
  usualReplyBy,
  type MeetingRecord,
  type Summons,
} from './meeting.rules.ts';

const NOW = new Date('2026-11-02T08:00:00Z');
const TODAY = '2026-11-02';

const summons: Summons = {
  caseKind: 'STATUTORY_SIP',
  kind: 'FIRST',
  questions: ['Vem gör vad?'],
  participation: 'Är med första halvan.',
  called: [
    { unitId: 'social', principal: 'MUNICIPALITY' },
    { unitId: 'bup', principal: 'REGION' },
  ],
  startsAt: new Date('2026-11-20T12:00:00Z'),
  meetingOn: '2026-11-20',
  replyBy: '2026-11-15',
};

const faultsOf = (change: Partial<Summons>) =>
  summonsFaults({ ...summons, ...change }, NOW, TODAY).map(({ field }) => field);

describe('a summons (domain reference 6.1, SUMMONED)', () => {
  const social = summons.called[0]!;
  const bup = summons.called[1]!;

  it.each<[string, Partial<Summons>, string[]]>([
    ['everything in place', {}, []],
    ['no question', { questions: [] }, ['questions']],
    ['nothing about how the child takes part', { participation: ' ' }, ['participation']],
    ['one party', { called: [social] }, ['calls']],
    ['a statutory SIP without the region', { called: [social, { ...social, unitId: 'school' }] }, ['calls']],
    ['a statutory SIP without the municipality', { called: [bup, { ...bup, unitId: 'clinic' }] }, ['calls']],
    ['an agreed SIP with the municipality alone', { caseKind: 'AGREEMENT_SIP', called: [social, social] }, []],
    ['a follow-up with one party', { kind: 'FOLLOW_UP', called: [bup] }, []],
    ['a follow-up with nobody', { kind: 'FOLLOW_UP', called: [] }, ['calls']],
    ['a time that has been', { startsAt: NOW }, ['startsAt']],
    ['a reply by yesterday', { replyBy: '2026-11-01' }, ['replyBy']],
    ['a reply after the meeting', { replyBy: '2026-11-21' }, ['replyBy']],
  ])('%s', (_, change, fields) => {
    expect(faultsOf(change)).toEqual(fields);
  });

  it.each([
    ['the agreed days before it', '2026-11-20', '2026-11-15'],
    ['tomorrow, when those days end today', '2026-11-07', '2026-11-03'],
    ['tomorrow, when those days have been', '2026-11-04', '2026-11-03'],
    ['on its day, when that is today', TODAY, TODAY],
  ])('is answered %s', (_, meetingOn, replyBy) => {
    expect(usualReplyBy(meetingOn, 5, TODAY)).toBe(replyBy);
  });
});

describe('the record of a meeting (domain reference 6.1, MEETING_HELD)', () => {
  const record: MeetingRecord = {
    heldOn: TODAY,
    childPart: 'PRESENT',
    chair: 'Karin Berg',
    recorder: 'Anna Ek',
    attendance: [{ unitId: 'social', name: 'Socialtjänsten', attendance: 'PRESENT' }],
  };
  const days = { calledOn: '2026-10-20', today: TODAY };

  it.each<[string, Partial<MeetingRecord>, string[]]>([
    ['complete', {}, []],
    ['without a day', { heldOn: undefined }, ['heldOn']],
    ['held tomorrow', { heldOn: '2026-11-03' }, ['heldOn']],
    ['held before it was called', { heldOn: '2026-10-19' }, ['heldOn']],
    [
      'a party that nobody has noted',
      { attendance: [{ unitId: 'social', name: 'Socialtjänsten' }] },
      ['attendance.social'],
    ],
    ['without chair and recorder', { chair: '', recorder: undefined }, ['chair', 'recorder']],
    ['nothing about the child', { childPart: undefined }, ['childPart']],
    ['the child represented by nobody', { childPart: 'REPRESENTED' }, ['representedBy']],
    ['the child represented', { childPart: 'REPRESENTED', representedBy: 'Mormor' }, []],
    ['the child absent without why', { childPart: 'ABSENT' }, ['absentBecause']],
  ])('%s', (_, change, fields) => {
    expect(recordFaults({ ...record, ...change }, days).map(({ field }) => field)).toEqual(fields);
  });
});

describe('what is counted of a meeting', () => {
  const held = {
    kind: 'FIRST',
    heldOn: '2026-11-20',
    childPart: 'IN_PART',
    attendance: ['PRESENT', 'PRESENT'],
  } as const;

  it.each([
    ['on the last day', held, '2026-11-20', { withinDays: 'YES' }],
    ['a day too late', held, '2026-11-19', { withinDays: 'NO' }],
    ['before discharge', held, null, { withinDays: 'NOT_BOUND' }],
    ['at a follow-up', { ...held, kind: 'FOLLOW_UP' } as const, '2026-11-19', { withinDays: 'NOT_BOUND' }],
    ['when all came', held, null, { parties: 'ALL_CAME', called: 2, came: 2 }],
    [
      'when one had sent word',
      { ...held, attendance: ['PRESENT', 'ABSENT_WITH_NOTICE'] } as const,
      null,
      { parties: 'SOME_ABSENT', called: 2, came: 1 },
    ],
  ])('%s', (_, meeting, dueOn, expected) => {
    expect(countedOf(meeting, dueOn)).toMatchObject(expected);
  });
});
