export { childsParticipation, meetingsWithinDays, partiesAttending } from './meeting.events.ts';
export { MeetingView } from './meeting.dto.ts';
export { MeetingReader, MEETINGS_JSON, openedMeeting, type SealedMeeting } from './meeting.reader.ts';
export { MeetingsModule } from './meetings.module.ts';
