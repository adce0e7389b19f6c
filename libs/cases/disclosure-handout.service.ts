import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/index.ts';
import { caseVersion } from './disclosure-case.ts';
import { disclosureEvents } from './consent.events.ts';
import { ConsentFiles } from './consent.file.ts';
import type { DisclosableVersion, Recipient } from './disclosure.document.ts';
import type { DisclosuresView, NewDisclosure } from './disclosure.dto.ts';
import { DisclosureReader } from './disclosure.reader.ts';
import { DisclosureService } from './disclosure.service.ts';
import { DisclosureSources } from './disclosure-sources.ts';
import { CaseSteps, type LockedCase } from './case.steps.ts';

/** The coordinator hands out the latest version of something to chosen recipients. */
@Injectable()
export class HandingOut {
  constructor(
    private readonly steps: CaseSteps,
    private readonly files: ConsentFiles,
    private readonly sources: DisclosureSources,
    private readonly disclosures: DisclosureService,
    private readonly reader: DisclosureReader,
  ) {}

  async handOut(
    caseId: string,
    { what, units, guardianIds = [], child = false }: NewDisclosure,
  ): Promise<DisclosuresView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const recipients: Recipient[] = [
      ...units.map((unit) => ({ kind: 'UNIT' as const, ...unit })),
      ...guardianIds.map((guardianId) => ({ kind: 'GUARDIAN' as const, guardianId })),
      ...(child ? [{ kind: 'CHILD' as const }] : []),
    ];
    if (recipients.length === 0) throw Problem.field('units', 'Välj minst en mottagare.');
    const version = await this.version(sip, what);
    const told = await this.disclosures.disclose(sip, version, recipients);
    this.steps.record(disclosureEvents.made, sip, {
      what,
      number: version.number,
      units: units.length,
      family: recipients.length - units.length,
      ...told,
    });
    return this.reader.view(caseId);
  }

  private async version(sip: LockedCase, what: NewDisclosure['what']): Promise<DisclosableVersion> {
    if (what === 'CASE') return caseVersion(sip, await this.files.of(sip.id));
    const version = await this.sources.latest(what, sip);
    if (!version) throw Problem.field('what', 'Det finns inget sådant att lämna ut än.');
    return version;
  }
}
