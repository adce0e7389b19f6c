import { Injectable } from '@nestjs/common';
import type { LockedCase } from './case.steps.ts';
import type { DisclosableVersion, DisclosedKind } from './disclosure.document.ts';

/** A case as far as a source needs it to find what can be handed out. */
export type DisclosedCase = Pick<LockedCase, 'id' | 'secrets' | 'rules'>;

/** Finds the latest version that can be handed out, or undefined when there is none. */
export type DisclosureSource = (sip: DisclosedCase) => Promise<DisclosableVersion | undefined>;

/** What can be handed out of a case beside the case itself: libraries further out add theirs when they start. */
@Injectable()
export class DisclosureSources {
  private readonly sources = new Map<DisclosedKind, DisclosureSource>();

  add(what: Exclude<DisclosedKind, 'CASE'>, source: DisclosureSource): void {
    this.sources.set(what, source);
  }

  async latest(what: DisclosedKind, sip: DisclosedCase): Promise<DisclosableVersion | undefined> {
    return this.sources.get(what)?.(sip);
  }

  /** The latest of each kind, one after the other in the same transaction. */
  async all(sip: DisclosedCase): Promise<DisclosableVersion[]> {
    const versions: DisclosableVersion[] = [];
    for (const source of this.sources.values()) {
      const version = await source(sip);
      if (version) versions.push(version);
    }
    return versions;
  }
}
