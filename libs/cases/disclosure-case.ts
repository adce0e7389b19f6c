import type { NamingConsentFile } from './consent.file.ts';
import type { DisclosableVersion, DisclosedSection } from './disclosure.document.ts';
import { unitWords } from './disclosure.rules.ts';
import type { LockedCase } from './case.steps.ts';

/**
 * The case itself as it is handed out: what needs to be coordinated, what the meeting is to answer and who takes part.
 * Nothing of the guardians, of places or of contacts stands in it.
 */
export function caseVersion(sip: LockedCase, { parties, services }: NamingConsentFile): DisclosableVersion {
  const { need, questions, participation } = sip.details;
  const units = parties.filter(({ leftOn }) => leftOn === null).map(({ unit }) => unit);
  return {
    what: 'CASE',
    sourceId: sip.id,
    number: sip.version,
    documentFor: (_, shielded) => ({
      title: 'Om ärendet',
      sections: [
        { heading: 'Vad som behöver samordnas', paragraphs: [need] },
        ...section('Frågor till mötet', questions),
        ...section('Så är barnet med', participation ? [participation] : []),
        { heading: 'Vilka som är med', paragraphs: units.map((unit) => unitWords(unit, shielded, services)) },
      ],
      promises: [],
    }),
  };
}

const section = (heading: string, paragraphs: string[]): DisclosedSection[] =>
  paragraphs.length > 0 ? [{ heading, paragraphs }] : [];
