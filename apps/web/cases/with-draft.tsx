import { type ReactNode, useState } from 'react';
import { Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { DiscardDraft } from '../kit/discard-draft.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { SavingFoot, type SavingFootProps } from '../kit/saved-form.tsx';
import { type DraftedForm, type FormDraft, useFormDraft } from './form-draft.ts';

interface WithDraftProps {
  caseId: string;
  form: DraftedForm;
  children: (draft: FormDraft) => ReactNode;
}

/** A form of a case, opened with what is saved of it. */
export function WithDraft({ caseId, form, children }: WithDraftProps) {
  return <Loaded query={useFormDraft(caseId, form)}>{children}</Loaded>;
}

interface DraftFootProps {
  drafted: SavingFootProps['saved'] & { isDraft: boolean; discard: () => Promise<void> };
  /** Where the form is left for; what is written stays. */
  back: string;
  /** The button that sends the form in. */
  children: ReactNode;
}

/** The foot of a form of a case: send it in, go on later, or throw away what is saved of it. */
export function DraftFoot({ drafted, back, children }: DraftFootProps) {
  const { isDraft, discard } = drafted;
  return (
    <>
      <SavingFoot saved={drafted} />
      <Buttons>
        {children}
        <Link to={back} kind="secondary">
          {isDraft ? 'Fortsätt senare' : 'Avbryt'}
        </Link>
        {isDraft && <DiscardDraft onDiscard={discard} />}
      </Buttons>
    </>
  );
}

interface DraftNoteProps {
  draft: FormDraft;
  drafted: { isDraft: boolean };
}

/** Says, before a form that is gone on with, from when its text is and whose. */
export function DraftNote({ draft, drafted }: DraftNoteProps) {
  const [{ savedAt, savedBy }] = useState(draft);
  if (!savedAt || !drafted.isDraft) return null;
  return (
    <Notice tone="info" title="Du fortsätter på ett utkast">
      Sparat <DateText value={savedAt} time /> av {savedBy}.
    </Notice>
  );
}
