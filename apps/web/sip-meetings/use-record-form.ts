import { useSavedForm } from '../api/use-saved-form.ts';
import { type Meeting, meetingSteps, readMeeting } from './meeting.ts';
import { draftOf, type RecordValues, storedIn } from './record-values.ts';

/** The record as it is being written, on the meeting itself. */
export function useRecordForm(meeting: Meeting) {
  const { id, guardians } = meeting;
  return useSavedForm<RecordValues, RecordValues>({
    stored: storedIn(meeting),
    valuesOf: (content) => content,
    contentOf: (values) => values,
    store: {
      read: async () => storedIn(await readMeeting(id)),
      write: async (content, from) => {
        const saved = await meetingSteps({ id, version: from }).write(draftOf(content, guardians));
        return { content, version: saved.version };
      },
    },
  });
}
