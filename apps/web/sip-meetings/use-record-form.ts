import { useEffect, useEffectEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useAutosave } from '../api/use-autosave.ts';
import { type Meeting, meetingSteps, readMeeting } from './meeting.ts';
import { draftOf, type RecordValues, storedIn, valuesOf } from './record-values.ts';

/** The record as it is being written: saved as one writes, and never over what somebody else has saved. */
export function useRecordForm(meeting: Meeting) {
  const { id, version, guardians } = meeting;
  const form = useForm<RecordValues>({ defaultValues: valuesOf(meeting) });
  const written = useWatch({ control: form.control, compute: (values: RecordValues) => values });
  const { autosave, saving, problem, conflict, leaving } = useAutosave<RecordValues>(storedIn(meeting), written, {
    read: async () => storedIn(await readMeeting(id)),
    write: async (content, from) => {
      const saved = await meetingSteps({ id, version: from }).write(draftOf(content, guardians));
      return { content, version: saved.version };
    },
  });

  const catchUp = useEffectEvent(() => {
    if (autosave.follow(storedIn(meeting))) form.reset(valuesOf(meeting));
  });
  useEffect(() => catchUp(), [version, saving.state]);

  return {
    form,
    saving,
    problem,
    leaving,
    conflict: conflict && { mine: written, saved: conflict.content },
    keepMine: () => void autosave.keepMine(),
    takeSaved: () => form.reset(autosave.takeSaved()),
    /** Saves what is left to save; answers the version that stands then, or nothing when it could not be saved. */
    savedVersion: async () => ((await autosave.flush()) ? autosave.version : undefined),
    stop: () => autosave.stop(),
  };
}
