import { useEffect, useEffectEvent, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Stored } from '../api/autosave.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { components } from '../api/schema.generated.ts';
import { refusedTexts, type RefusedText } from '../requests/marked-text.tsx';
import { useAutosave } from '../api/use-autosave.ts';
import { adoptConsultation, type Consultation, readConsultation } from './meeting.ts';

export type AdviceDraft = components['schemas']['AdviceDraft'];

/** The outcome that asks where to. */
export const REFERRAL = 'RECOMMEND_REFERRAL';

const FIELDS = ['advice', 'outcomes', 'referrals', 'followUpOn'] as const;

export interface AdviceValues {
  advice: string;
  outcomes: string[];
  referrals: string[];
  /** Empty: nothing is followed up. */
  followUpOn: string;
}

/** The team's answer as it is being written: saved as one writes, and the others' changes taken up. */
export function useAdvice(consultation: Consultation) {
  const form = useForm<AdviceValues>({ defaultValues: valuesOf(storedIn(consultation).content) });
  const isOpen = consultation.steps.includes('advise');
  const stored = storedIn(consultation);
  const written = draftOf(useWatch({ control: form.control, compute: (values: AdviceValues) => values }));
  const [refused, setRefused] = useState<Record<string, RefusedText>>({});
  const [unsent, setUnsent] = useState('');
  const { autosave, saving, problem, conflict, leaving } = useAutosave<AdviceDraft>(stored, written, {
    read: async () => storedIn(await readConsultation(consultation.id)),
    write,
  });

  async function write(draft: AdviceDraft, version: number) {
    try {
      const saved = await saveAdvice(consultation.id, draft, version);
      setRefused({});
      return saved;
    } catch (error) {
      setRefused(refusedTexts(asProblem(error).errors, draft));
      throw error;
    }
  }

  const [wasOpen, setWasOpen] = useState(isOpen);
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen);
    if (!isOpen && autosave.isUnsaved) setUnsent(written.advice);
  }

  const catchUp = useEffectEvent(() => {
    if (!isOpen) autosave.takeSaved();
    if (autosave.follow(stored) || !isOpen) form.reset(valuesOf(stored.content));
  });
  useEffect(() => catchUp(), [consultation.version, isOpen, saving.state]);

  useEffect(() => {
    form.clearErrors();
    for (const { field, message } of problem?.errors ?? []) {
      const name = FIELDS.find((each) => each === field.split('.')[0]);
      if (name) form.setError(name, { type: 'server', message });
    }
  }, [problem, form]);

  return {
    form,
    saving,
    problem,
    /** The words to take away, where the last save was refused for them. */
    refused,
    leaving,
    /** What one had written when somebody else took the question further, and that was not saved. */
    unsent,
    forgetUnsent: () => setUnsent(''),
    conflict: conflict && { mine: written, saved: conflict.content },
    keepMine: () => void autosave.keepMine(),
    takeSaved: () => form.reset(valuesOf(autosave.takeSaved())),
    /** Saves what is left to save; answers the version that a step is then taken from, or nothing when it could not. */
    savedVersion: async () => ((await autosave.flush()) ? autosave.version : undefined),
    draft: () => draftOf(form.getValues()),
  };
}

export type Advice = ReturnType<typeof useAdvice>;

async function saveAdvice(id: string, body: AdviceDraft, version: number): Promise<Stored<AdviceDraft>> {
  const params = { path: { id }, header: ifMatch(version) };
  const saved = await answer(api.PATCH('/api/v1/consultations/{id}', { params, body }));
  adoptConsultation(saved);
  return { content: body, version: saved.version };
}

function storedIn({ advice, outcomes, referrals, followUpOn, version }: Consultation): Stored<AdviceDraft> {
  return { content: { advice, outcomes, referrals, ...(followUpOn && { followUpOn }) }, version };
}

function valuesOf({ advice, outcomes, referrals, followUpOn }: AdviceDraft): AdviceValues {
  return { advice, outcomes, referrals: referrals ?? [], followUpOn: followUpOn ?? '' };
}

/** Where to is part of the answer only while that outcome is chosen. */
function draftOf({ advice, outcomes, referrals, followUpOn }: AdviceValues): AdviceDraft {
  return {
    advice,
    outcomes,
    referrals: outcomes.includes(REFERRAL) ? referrals : [],
    ...(followUpOn && { followUpOn }),
  };
}
