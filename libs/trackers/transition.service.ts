import { CaseSteps, ConsentFiles, type LockedCase, missingForPlan } from '../cases/index.ts';
import { Injectable } from '@nestjs/common';
import { isAdultOn } from '../children/index.ts';
import { Clock, Database, Problem, refuseFaults, sql, staleVersion } from '../platform/index.ts';
import type { TransitionChange, TransitionView } from './transition.dto.ts';
import { transitionEvents } from './transition.events.ts';
import { TransitionReader, type TransitionDetails } from './transition.reader.ts';
import { isReady, missingIn, transitionDays, type TransitionState } from './transition.rules.ts';

const UNITS = sql('transition.units', `select count(*)::int as known from unit where id = any ($1::uuid[])`);
const WRITE = sql(
  'transition.write',
  `insert into transition (case_id, state, receiver_ids, has_receiver, handover_on, informed_on, details)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (case_id) do update set state = excluded.state, receiver_ids = excluded.receiver_ids,
     has_receiver = excluded.has_receiver, handover_on = excluded.handover_on, informed_on = excluded.informed_on,
     details = excluded.details, version = transition.version + 1`,
);
const COMPLETE = sql(
  'transition.complete',
  `update transition set state = 'DONE', done_on = $2, version = version + 1 where case_id = $1`,
);

/** From 17½ to 18: who takes over, that the young adult knows, and whose plan it is from then on (domain reference 4.3). */
@Injectable()
export class TransitionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly reader: TransitionReader,
    private readonly consents: ConsentFiles,
  ) {}

  async change(caseId: string, version: number, change: TransitionChange): Promise<TransitionView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const before = await this.reader.kept(caseId);
    if (before.version !== version) throw staleVersion(before.version);
    if (before.state === 'DONE') throw new Problem('state-conflict', 'Övergången är redan klar.');
    await this.requireUnits(change.receiverUnitIds);
    if (change.informedOn && change.informedOn > this.clock.today()) {
      throw Problem.field('informedOn', 'Ange dagens datum eller en tidigare dag.');
    }
    await this.write(sip, change);
    this.steps.record(transitionEvents.changed, sip);
    return this.reader.view(caseId);
  }

  /** The case goes over to planning the adult's life. `version` is the case's. */
  async start(caseId: string, version: number): Promise<TransitionView> {
    const sip = await this.steps.begin(caseId, version, 'begin-transition');
    const { beginsOn } = transitionDays(sip.birthDate, sip.rules);
    if (this.clock.today() < beginsOn) {
      const from = `Övergången börjar planeras ${sip.rules.ages.transitionMonths} månader före 18-årsdagen.`;
      throw new Problem('state-conflict', `${from} Skriv gärna redan nu vem som tar emot.`);
    }
    await this.steps.take(sip, 'begin-transition');
    if ((await this.reader.kept(caseId)).version === 0)
      await this.write(sip, { receiverUnitIds: [], outsideReceivers: [] });
    this.steps.record(transitionEvents.begun, sip);
    return this.reader.view(caseId);
  }

  /** The plan goes on as the young adult's own, by the young adult's own consent. `version` is the case's. */
  async complete(caseId: string, version: number): Promise<TransitionView> {
    const sip = await this.steps.begin(caseId, version, 'end-transition');
    const today = this.clock.today();
    if (!isAdultOn(sip.birthDate, today)) {
      throw new Problem('state-conflict', 'Övergången blir klar tidigast på 18-årsdagen.');
    }
    refuseFaults(missingIn(await this.reader.kept(caseId)), 'Skriv det som saknas i övergången och försök igen.');
    await this.requireOwnConsent(sip, today);
    await this.steps.take(sip, 'end-transition');
    await this.database.query(COMPLETE(caseId, today));
    this.steps.record(transitionEvents.completed, sip);
    return this.reader.view(caseId);
  }

  private async write(sip: LockedCase, change: TransitionChange): Promise<void> {
    const { receiverUnitIds, outsideReceivers, handoverOn = null, informedOn = null, note } = change;
    const hasReceiver = receiverUnitIds.length + outsideReceivers.length > 0;
    const state: TransitionState = isReady({ hasReceiver, handoverOn, informedOn }) ? 'READY' : 'PLANNED';
    const details: TransitionDetails = { outsideReceivers, ...(note && { note }) };
    const sealed = sip.secrets.seal('transition.details', sip.id, details);
    await this.database.query(WRITE(sip.id, state, receiverUnitIds, hasReceiver, handoverOn, informedOn, sealed));
  }

  private async requireUnits(ids: string[]): Promise<void> {
    const [units] = await this.database.query<{ known: number }>(UNITS(ids));
    if (units!.known < ids.length) {
      throw Problem.field('receiverUnitIds', 'En av enheterna finns inte. Läs in sidan igen och välj i listan.');
    }
  }

  /** What guardians agreed to carries nothing after the 18th birthday, nor what the child said before it. */
  private async requireOwnConsent(sip: LockedCase, today: string): Promise<void> {
    const { family, consents } = await this.consents.of(sip.id);
    if (missingForPlan(family, consents, today).length > 0) {
      throw new Problem('state-conflict', 'Den unga måste själv samtycka till planen, på 18-årsdagen eller senare.');
    }
  }
}
