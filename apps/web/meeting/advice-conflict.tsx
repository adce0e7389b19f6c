import { useAgreement } from '../agreement/use-agreement.ts';
import { SideBySide } from '../kit/side-by-side.tsx';
import type { AdviceDraft } from './use-advice.ts';

interface AdviceConflictProps {
  mine: AdviceDraft;
  saved: AdviceDraft;
  onKeepMine: () => void;
  onTakeSaved: () => void;
}

/** Two in the team wrote at once: what differs, side by side. */
export function AdviceConflict({ mine, saved, onKeepMine, onTakeSaved }: AdviceConflictProps) {
  const { namesOf } = useAgreement();
  const words = ({ advice, outcomes, referrals = [], followUpOn }: AdviceDraft) => ({
    Råd: advice,
    Utfall: namesOf('outcomes', outcomes),
    'Remiss eller ansökan till': namesOf('referrals', referrals),
    'Följs upp den': followUpOn ?? '',
  });
  const theirs = words(saved);
  const fields = Object.entries(words(mine))
    .map(([name, text]) => ({ name, mine: text, saved: theirs[name as keyof typeof theirs] }))
    .filter((field) => field.mine !== field.saved);
  return <SideBySide fields={fields} onKeepMine={onKeepMine} onTakeSaved={onTakeSaved} />;
}
