export { MeetingView } from './meeting.dto.ts';
export { MEETINGS_JSON, openedMeeting, type SealedMeeting } from './meeting.reader.ts';
export { MeetingsModule } from './meetings.module.ts';
