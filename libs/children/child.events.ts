import { eventKind, type Audience } from '../audit/index.ts';

/** Facts: `holder` (the unit), or of a protected child `guarded` and `named` (assignments). */
const whoeverSeesIt: readonly Audience[] = ['holder', 'named'];

const written = (type: string) => eventKind({ type, activity: 'Skriva', reaches: whoeverSeesIt });

/** What happens to a child's record and the people around it. Subject `child:<id>`. */
export const childEvents = {
  searched: eventKind({ type: 'child.searched', activity: 'Läsa' }),
  coverRead: eventKind({ type: 'child.cover-read', activity: 'Läsa' }),
  read: eventKind({ type: 'child.read', activity: 'Läsa' }),
  registered: eventKind({ type: 'child.registered', activity: 'Skriva' }),
  changed: written('child.changed'),
  /** Facts: also `recipients`, the units whose copies were closed or opened, and `offerLapsed` when one to take the case over did. */
  protectionChanged: eventKind({
    type: 'child.protection-changed',
    activity: 'Skriva',
    reaches: [...whoeverSeesIt, 'recipients'],
  }),
  readersNamed: written('child.readers-named'),
  withoutReaderListed: eventKind({ type: 'child.without-reader-listed', activity: 'Läsa' }),
  readerAppointed: eventKind({
    type: 'child.reader-appointed',
    activity: 'Skriva',
    reaches: [...whoeverSeesIt, 'log-reviewers'],
  }),
  assessed: written('child.maturity-assessed'),
  guardianAdded: written('guardian.added'),
  guardianChanged: written('guardian.changed'),
  guardianEnded: written('guardian.ended'),
};
