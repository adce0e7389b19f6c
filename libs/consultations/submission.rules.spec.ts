import { DEFAULT_AGREEMENT } from '../directory/index.ts';
import { submissionFaults, type SubmissionContent } from './submission.rules.ts';

const WHOLE: SubmissionContent = {
  question: 'Vem tar nästa steg?',
  tried: 'Inget än.',
  themes: ['SCHOOL_ABSENCE'],
  ageBand: 'AGE_13_15',
  services: ['SCHOOL'],
};

const faultsOf = (changed: Partial<SubmissionContent>) => submissionFaults({ ...WHOLE, ...changed }, DEFAULT_AGREEMENT);
const fields = (changed: Partial<SubmissionContent>): string[] => faultsOf(changed).map(({ field }) => field);

describe('a question that is to be sent in', () => {
  it('is whole with its five fields', () => {
    expect(faultsOf({})).toEqual([]);
    expect(fields({ themes: ['SCHOOL_ABSENCE', 'SUICIDE_RISK', 'OTHER'] })).toEqual([]);
  });

  it.each<[Partial<SubmissionContent>, string]>([
    [{ question: ' \n' }, 'question'],
    [{ tried: '' }, 'tried'],
    [{ themes: [] }, 'themes'],
    [{ themes: ['SCHOOL_ABSENCE', 'SUICIDE_RISK', 'OTHER', 'PLACED_CHILD'] }, 'themes'],
    [{ themes: ['GONE'] }, 'themes'],
    [{ ageBand: null }, 'ageBand'],
    [{ ageBand: 'AGE_99' }, 'ageBand'],
    [{ services: [] }, 'services'],
    [{ services: ['SCHOOL', 'GONE'] }, 'services'],
  ])('lacks something with %j', (changed, field) => {
    expect(fields(changed)).toEqual([field]);
  });

  it('is told of every fault at once', () => {
    expect(fields({ question: '', tried: '', themes: [], ageBand: null, services: [] })).toEqual([
      'question',
      'themes',
      'ageBand',
      'tried',
      'services',
    ]);
  });

  it('follows the limit of the agreement, and says it', () => {
    const agreement = { ...DEFAULT_AGREEMENT, limits: { ...DEFAULT_AGREEMENT.limits, themesPerRequest: 1 } };
    const [fault] = submissionFaults({ ...WHOLE, themes: ['SCHOOL_ABSENCE', 'OTHER'] }, agreement);
    expect(fault).toEqual({ field: 'themes', message: 'Välj högst 1 teman.' });
  });
});
