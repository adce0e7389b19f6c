export { openedCase, type SealedCase } from './case.reader.ts';
export { CASE_JSON, CASE_SOURCE } from './case.source.ts';
export { CaseUnitView, CaseView } from './case.dto.ts';
export { caseEvent } from './case.events.ts';
export { allows, CASE_STATES, CASE_STEPS, stepsFor, type CaseState, type CaseStep } from './case-state.rules.ts';
export { clocksOf } from './case-clock.rules.ts';
export { CaseSteps, concerns, type LockedCase } from './case.steps.ts';
export { CasesModule } from './cases.module.ts';
export { TimelineEvent, timelineOf } from './timeline.ts';
export {
  CONSENT_FILE_JSON,
  ConsentFiles,
  openedConsents,
  type ConsentFile,
  type SealedConsentFile,
} from './consent.file.ts';
export { ConsentsView } from './consent.dto.ts';
export { viewOf as consentsViewOf } from './consent.reader.ts';
export { CHILD, covers, guardiansOn, missingForPlan } from './consenter.rules.ts';
export {
  CATEGORY_OF,
  type DisclosableVersion,
  type DisclosedDocument,
  type DisclosedMeeting,
  type DisclosedSection,
  type NamedUnit,
  type Recipient,
} from './disclosure.document.ts';
export { isShielded, toldOf, unitWords, type Told } from './disclosure.rules.ts';
export { DisclosureEnds } from './disclosure-end.service.ts';
export { DisclosureService } from './disclosure.service.ts';
export { DisclosureSources, type DisclosedCase } from './disclosure-sources.ts';
