import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CATEGORY_OF,
  DisclosureService,
  DisclosureSources,
  toldOf,
  type DisclosedCase,
  type DisclosableVersion,
  type LockedCase,
  type Recipient,
  type Told,
} from '../cases/index.ts';
import { AgreementService } from '../directory/index.ts';
import { Database, Problem, sql } from '../platform/index.ts';
import { meetingDocument, type Surroundings } from './meeting.document.ts';
import { MeetingSteps, type KnownParty, type LockedMeeting } from './meeting.steps.ts';

const AROUND = sql(
  'meeting.around',
  `select (select json_agg(json_build_object('id', u.id, 'name', u.name, 'service', u.service_type)) from unit u
            where u.id = any ($2::uuid[])) as units,
          json_build_object('name', n.name, 'unit', json_build_object('name', h.name, 'service', h.service_type)) as caller
     from sip_case s join unit h on h.id = s.unit_id
     join assignment a on a.id = s.coordinator_id join person n on n.id = a.person_id where s.id = $1`,
);
const LATEST = sql(
  'meeting.latest',
  `select id from meeting where case_id = $1 and state in ('PLANNED', 'HELD') order by starts_at desc, id desc limit 1`,
);

/** Sends the summons of a meeting: a copy to each called party and to those of the family who are invited. */
@Injectable()
export class MeetingSummons implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly agreements: AgreementService,
    private readonly steps: MeetingSteps,
    private readonly disclosures: DisclosureService,
    private readonly sources: DisclosureSources,
  ) {}

  onModuleInit(): void {
    this.sources.add('MEETING', async (sip) => {
      const [latest] = await this.database.query<{ id: string }>(LATEST(sip.id));
      return latest && this.version(sip, await this.steps.read(sip, latest.id));
    });
  }

  /**
   * Sends it, when it may be disclosed to every called party today and on the day of the meeting (domain reference 6.1). 422
   * naming which party lacks whose consent; then nobody is called.
   */
  async send(sip: LockedCase, meeting: LockedMeeting): Promise<Told> {
    try {
      return await this.handOut(sip, meeting);
    } catch (error) {
      throw inWordsOfSummons(error, 'Ingen är kallad. Rätta fälten, eller välj bort parten.');
    }
  }

  /** The same when the meeting is moved. Who is called stands fast then, so whoever has left cannot be chosen anew. */
  async sendAnew(sip: LockedCase, meeting: LockedMeeting): Promise<Told> {
    try {
      return await this.handOut(sip, meeting);
    } catch (error) {
      throw inWordsOfSummons(
        error,
        'Mötet är inte flyttat. Rätta fälten, eller ställ in mötet och kalla på nytt.',
        (field) => {
          const left = meeting.parties.find((_, i) => field === `calls.${i}.readerIds`);
          return left && hasLeft(left);
        },
      );
    }
  }

  private async handOut(sip: LockedCase, meeting: LockedMeeting): Promise<Told> {
    const units = meeting.parties.map(({ unitId }) => unitId);
    const recipients: Recipient[] = [
      ...meeting.parties.map(({ unitId, readerIds }) => ({ kind: 'UNIT', unitId, readerIds }) as const),
      ...meeting.details.guardians.map(({ id }) => ({ kind: 'GUARDIAN', guardianId: id }) as const),
      ...(meeting.details.childInvited ? [{ kind: 'CHILD' } as const] : []),
    ];
    await this.disclosures.require(sip, units, CATEGORY_OF.MEETING, meeting.localTime.slice(0, 10));
    return this.disclosures.disclose(sip, await this.version(sip, meeting), recipients);
  }

  /** Whom a change that sends no copies concerns: those who have been called, and still take part. */
  toldTo(sip: LockedCase, { parties }: LockedMeeting): Told {
    return toldOf(
      sip,
      parties.filter(({ unitId }) => sip.parties.includes(unitId)),
    );
  }

  private async version({ id }: DisclosedCase, meeting: LockedMeeting): Promise<DisclosableVersion> {
    const units = meeting.parties.map(({ unitId }) => unitId);
    const [{ content }, [around]] = await Promise.all([
      this.agreements.current(),
      this.database.query<Pick<Surroundings, 'units' | 'caller'>>(AROUND(id, units)),
    ]);
    const surroundings = { ...around!, services: content.services };
    return {
      what: 'MEETING',
      sourceId: meeting.id,
      number: meeting.version,
      documentFor: (recipient, shielded) => meetingDocument(meeting, surroundings, recipient, shielded),
    };
  }
}

const hasLeft = ({ name }: KnownParty): string =>
  `Någon som kallades på ${name} har slutat där. Ställ in mötet och kalla på nytt: då väljer du vilka som får läsa.`;

/** The same refusal in the words of the summons, whose list of parties is `calls`; of a field, in words of its own. */
function inWordsOfSummons(
  error: unknown,
  detail: string,
  wordsFor: (field: string) => string | undefined = () => undefined,
): unknown {
  if (!(error instanceof Problem) || !error.errors) return error;
  const errors = error.errors.map(({ field: unitField, message }) => {
    const field = unitField.replace(/^units\./, 'calls.');
    return { field, message: wordsFor(field) ?? message };
  });
  return new Problem(error.type, detail, { errors });
}
