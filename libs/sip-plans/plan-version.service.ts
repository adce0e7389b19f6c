import { Clock, dayInWords } from '../platform/index.ts';
import { Injectable } from '@nestjs/common';
import { ConsentFiles, isShielded, type ConsentFile } from '../cases/index.ts';
import { PlanReader } from './plan.reader.ts';
import type { PlanVersionView } from './plan.dto.ts';
import type { PlanChangesView } from './plan-change.dto.ts';
import { changesBetween } from './plan-change.rules.ts';
import {
  childsPlanOf,
  confirmationOf,
  sectionsOf,
  signersOf,
  writtenOut,
  type WrittenPlan,
} from './plan-document.rules.ts';
import { planEvents } from './plan.events.ts';
import { PART_NAMES, rowsOf } from './plan-words.rules.ts';
import type { Paper } from './paper.ts';

export const PAPERS = ['full', 'child'] as const;
export type PaperVariant = (typeof PAPERS)[number];

/** Confirmed plans: compared with the one before, and put on paper. */
@Injectable()
export class PlanVersionService {
  constructor(
    private readonly reader: PlanReader,
    private readonly consents: ConsentFiles,
    private readonly clock: Clock,
  ) {}

  /** What changed from the plan before; of the first plan, everything came. */
  async changes(caseId: string, number: number): Promise<PlanChangesView> {
    const { view, guarded } = await this.reader.version(caseId, number);
    const before = number > 1 ? (await this.reader.version(caseId, number - 1)).view : undefined;
    this.reader.record(planEvents.changesRead, caseId, { number, guarded });
    // One name for each unit, the newer plan's: that a unit was renamed between the two does not change who answers for what.
    const units = [...(before?.units ?? []), ...view.units];
    const names = new Map(units.map(({ id, name, principalName }) => [id, { name, principal: principalName }]));
    const rows = ({ content }: PlanVersionView) => rowsOf(content, names);
    return {
      number,
      comparedWith: number - 1,
      changes: changesBetween(before ? rows(before) : [], rows(view)).map((change) => ({
        ...change,
        heading: PART_NAMES[change.part],
      })),
    };
  }

  /** The plan as a tagged PDF: in full with lines to sign on, or the child's own in plain words. */
  async paper(caseId: string, number: number, variant: PaperVariant): Promise<{ bytes: Buffer; filename: string }> {
    const { view, guarded, agreement } = await this.reader.version(caseId, number);
    const file = await this.consents.of(caseId);
    const plan = writtenOut(view, agreement.services, isShielded(file.protection, file.guardians));
    const bytes = await (variant === 'child' ? childsPaper(plan) : fullPaper(plan, file, this.clock.today()));
    this.reader.record(planEvents.printed, caseId, { number, variant, guarded });
    return { bytes, filename: `${variant === 'child' ? 'min-plan' : 'plan'}-${view.reference}-${number}.pdf` };
  }
}

/** What draws pages and reads typefaces takes 30 MiB to load: it comes with the first paper that somebody asks for. */
async function newPaper(...asked: ConstructorParameters<typeof Paper>): Promise<Paper> {
  const loaded = await import('./paper.ts');
  return new loaded.Paper(...asked);
}

/** In full, with lines to sign on. */
async function fullPaper(plan: PrintedPlan, file: ConsentFile, today: string): Promise<Buffer> {
  const paper = await newPaper('Samordnad individuell plan (SIP)', `${plan.reference} · plan ${plan.number}`);
  const about = [
    { label: 'Namn', text: `${file.child.givenName} ${file.child.familyName}` },
    { label: 'Född', text: dayInWords(file.family.birthDate) },
  ];
  const { rows = [], heading } = confirmationOf(plan);
  paper.section({ heading, rows: [...about, ...rows, { label: 'Lagrum', text: plan.legalReference }] });
  for (const section of sectionsOf(plan)) paper.section(section);
  paper.signatures('Underskrifter', signersOf(plan, file, today));
  return paper.bytes();
}

async function childsPaper(plan: PrintedPlan): Promise<Buffer> {
  const paper = await newPaper('Min plan', `${plan.reference} · plan ${plan.number}`, CHILDS_LETTERS);
  for (const section of childsPlanOf(plan)) paper.section(section);
  return paper.bytes();
}

/** A child reads larger letters than a grown-up (our convention). */
const CHILDS_LETTERS = 1.3;

type PrintedPlan = WrittenPlan & Pick<PlanVersionView, 'reference' | 'legalReference'>;
