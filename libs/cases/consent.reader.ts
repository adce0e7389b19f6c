import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Clock } from '../platform/index.ts';
import type { ConsentsView, MissingView, PartyCoverage, RecordedConsentView } from './consent.dto.ts';
import { consentEvents } from './consent.events.ts';
import { ConsentFiles, type ConsentFile, type KnownConsent, type KnownParty } from './consent.file.ts';
import {
  CHILD,
  faultOf,
  guardiansOn,
  missingForDisclosure,
  missingForPlan,
  requiredConsenters,
  type Consenter,
  type MissingConsent,
} from './consenter.rules.ts';
import { carriedBy } from './disclosure.rules.ts';

/** Reads a case's consents as the coordinator has them before her: what is missing first. */
@Injectable()
export class ConsentReader {
  constructor(
    private readonly files: ConsentFiles,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  async read(caseId: string): Promise<ConsentsView> {
    const view = await this.view(caseId);
    this.log.record(consentEvents.read, { subject: `sip-case:${caseId}` });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(caseId: string): Promise<ConsentsView> {
    return viewOf(await this.files.of(caseId), this.clock.today());
  }
}

export function viewOf(file: ConsentFile, today: string): ConsentsView {
  const { caseId, state, version, family, consents, exceptions, grounds, parties } = file;
  const shown = consents.toReversed().map((consent) => consentView(file, consent, today));
  const { consenters } = requiredConsenters(family, { purpose: 'PLAN' }, today);
  return {
    caseId,
    state,
    version,
    missingForPlan: missingForPlan(family, consents, today).map((missing) => missingView(file, missing)),
    missingForDisclosure: missingForDisclosure(family, consents, today).map((missing) => missingView(file, missing)),
    exclusions: exclusionsIn(file, today),
    consenters: [CHILD, ...guardiansOn(family, today)].map((consenter) => ({
      ...whoIs(file, consenter),
      required: consenters.includes(consenter),
    })),
    consents: shown,
    exceptions: exceptions.map(({ id, guardianId, kind, decidedOn, endedOn, scope, details }) => {
      const { reason, decisionReference, measures } = details;
      return {
        id,
        guardianId,
        kind,
        decidedOn,
        name: nameOf(file, guardianId),
        coversPlan: kind === 'OTHER_GUARDIAN_PREVENTED' || scope.plan,
        categories: [...scope.categories],
        ...(endedOn && { endedOn }),
        ...(reason && { reason }),
        ...(decisionReference && { decisionReference }),
        ...(measures && { measures }),
      };
    }),
    grounds: grounds.map(({ unitId, endedOn, details, ...ground }) => ({
      ...ground,
      ...details,
      ...(endedOn && { endedOn }),
      unit: unitOf(parties, unitId),
    })),
    parties: parties.filter(({ leftOn }) => leftOn === null).map((party) => coverageOf(file, party, today)),
  };
}

/** What consents that hold leave out; everybody who hands something out reads it first. */
export const exclusionsIn = (file: ConsentFile, today: string): ConsentsView['exclusions'] =>
  file.consents
    .filter((consent) => consent.details.exclusions && !faultOf(consent, file.family.birthDate, today))
    .map(({ consenter, details }) => ({ name: nameOf(file, consenter), text: details.exclusions! }));

export function missingView(file: ConsentFile, { consenter, reason }: MissingConsent): MissingView {
  return consenter ? { ...whoIs(file, consenter), reason } : { consenter: 'GUARDIAN', reason };
}

export function nameOf({ child, guardians }: ConsentFile, consenter: Consenter): string {
  if (consenter === CHILD) return `${child.givenName} ${child.familyName}`;
  return guardians.find(({ id }) => id === consenter)?.name ?? '';
}

const whoIs = (file: ConsentFile, consenter: Consenter) => ({
  consenter: consenter === CHILD ? ('CHILD' as const) : ('GUARDIAN' as const),
  ...(consenter !== CHILD && { guardianId: consenter }),
  name: nameOf(file, consenter),
});

export const unitOf = (parties: readonly KnownParty[], unitId: string) => {
  const unit = parties.find((party) => party.unit.id === unitId)?.unit;
  return { id: unitId, name: unit?.name ?? '' };
};

function consentView(file: ConsentFile, consent: KnownConsent, today: string): RecordedConsentView {
  const { id, purpose, given, form, decidedOn, validTo, withdrawnOn, consenter, details } = consent;
  const { withdrawal, ...noted } = details;
  return {
    id,
    purpose,
    ...whoIs(file, consenter),
    given,
    form,
    decidedOn,
    standing: standingOf(file, consent, today),
    units: consent.unitIds.map((unit) => unitOf(file.parties, unit)),
    categories: [...consent.categories],
    ...noted,
    ...(validTo && { validTo }),
    ...(withdrawnOn && { withdrawnOn }),
    ...(withdrawal && { withdrawnBy: withdrawal.by }),
    ...(withdrawal?.reason && { withdrawalReason: withdrawal.reason }),
  };
}

function standingOf({ family }: ConsentFile, consent: KnownConsent, today: string): RecordedConsentView['standing'] {
  const fault = faultOf(consent, family.birthDate, today);
  return fault === undefined ? 'HOLDS' : (fault as Exclude<RecordedConsentView['standing'], 'HOLDS'>);
}

function coverageOf(file: ConsentFile, { id, unit }: KnownParty, today: string): PartyCoverage {
  return {
    partyId: id,
    unit: { id: unit.id, name: unit.name },
    categories: file.rules.categories.map(({ code }) => {
      const carried = carriedBy(file, unit.id, code, today);
      const missing = 'missing' in carried ? carried.missing.map((one) => missingView(file, one)) : [];
      const by = 'consentIds' in carried ? 'CONSENT' : 'groundId' in carried ? 'GROUND' : 'NOTHING';
      return { category: code, by, missing };
    }),
  };
}
