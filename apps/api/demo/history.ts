import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Temporal } from 'temporal-polyfill';
import { Clock, instantOf } from '../../../libs/platform/index.ts';
import { DemoUser, type Answer } from './demo-user.ts';
import { DEMO_QUESTIONS, type DemoQuestion } from './questions.ts';

/** Sittings behind us that the demo tells of, and questions taken up at each. */
const PAST_SITTINGS = 13;
const QUESTIONS_A_SITTING = 3;

const CHECKS = [
  'QUESTION_CLEAR',
  'CANNOT_BE_IDENTIFIED',
  'PROFESSIONS_ATTEND',
  'MATERIAL_SENT',
  'NO_CONFLICT_OF_INTEREST',
];

/** Lives through the demo's year, step by step through the API, with the clock turned back. */
export async function liveThroughYear(app: NestFastifyApplication): Promise<void> {
  const clock = app.get(Clock);
  const year = new DemoYear(await Cast.signIn(app), (at) => (clock.now = () => at));
  try {
    await year.past(clock.today());
    await year.present();
  } finally {
    Reflect.deleteProperty(clock, 'now');
  }
}

class Cast {
  private constructor(
    readonly askers: DemoUser[],
    readonly coordinator: DemoUser,
    readonly team: DemoUser,
  ) {}

  static async signIn(app: NestFastifyApplication): Promise<Cast> {
    const askers = await Promise.all(
      ['sara.lind', 'amir.nouri', 'ida.strand'].map((name) => DemoUser.signIn(app, name, 'REQUESTER')),
    );
    const coordinator = await DemoUser.signIn(app, 'karin.berg', 'SIP_COORDINATOR');
    return new Cast(askers, coordinator, await DemoUser.signIn(app, 'omar.haddad', 'TEAM_MEMBER'));
  }
}

class DemoYear {
  private asked = 0;
  private today = Temporal.PlainDate.from('2026-01-01');

  constructor(
    private readonly cast: Cast,
    private readonly turnClock: (at: Date) => void,
  ) {}

  /** Monthly sittings up to now: questions asked, answered, and followed up where the time has come. */
  async past(today: string): Promise<void> {
    this.today = Temporal.PlainDate.from(today);
    for (let monthsAgo = PAST_SITTINGS; monthsAgo > 0; monthsAgo--) {
      const day = firstThursday(this.today.subtract({ months: monthsAgo - 1 }));
      if (Temporal.PlainDate.compare(day, this.today) >= 0) continue;
      this.turn(day.subtract({ days: 21 }), '08:30');
      const sitting = await this.plan(day);
      const placed: { requestId: string; question: DemoQuestion; asker: DemoUser }[] = [];
      for (let i = 0; i < QUESTIONS_A_SITTING; i++) {
        const { request, question, asker } = await this.ask();
        await this.accept(request);
        await this.prepare(request, CHECKS);
        await this.place(request, sitting.id);
        placed.push({ requestId: request.id, question, asker });
      }
      this.turn(day, '13:10');
      await this.answerAll(sitting.id, placed);
      const followUp = day.add({ weeks: 8 });
      if (Temporal.PlainDate.compare(followUp, this.today) < 0) await this.followUp(followUp, placed);
    }
  }

  /** What waits today: questions in every state, a sitting today and one next month. */
  async present(): Promise<void> {
    const { coordinator, askers } = this.cast;
    this.daysAgo(17);
    const now = await this.plan(this.today);
    await this.plan(firstThursday(this.today.add({ months: 1 })));
    for (let i = 0; i < 3; i++) {
      this.daysAgo(15 - 2 * i);
      const { request } = await this.ask();
      await this.accept(request);
      await this.prepare(request, i === 0 ? CHECKS : CHECKS.slice(0, 3));
      await this.place(request, now.id);
    }
    this.daysAgo(8);
    const elsewhere = (await this.ask()).request;
    const reason = 'Det här avgör den egna verksamheten. Prata med din chef, och hör av dig igen om ni kör fast.';
    const redirection = { to: 'OWN_SERVICE', reason };
    await coordinator.ask('POST', `/consultation-requests/${elsewhere.id}/redirection`, redirection, elsewhere.version);
    this.daysAgo(6);
    const unclear = (await this.ask()).request;
    const question = 'Vad är det viktigaste som ni vill ha hjälp med, och vad har föräldrarna sagt?';
    await coordinator.ask('POST', `/consultation-requests/${unclear.id}/return`, { question }, unclear.version);
    this.daysAgo(5);
    await this.accept((await this.ask()).request);
    this.daysAgo(3);
    const taken = (await this.ask()).request;
    await coordinator.ask('POST', `/consultation-requests/${taken.id}/triage`, undefined, taken.version);
    this.daysAgo(1);
    await this.ask();
    const { question: half } = this.next();
    await askers[0]!.ask('POST', '/consultation-requests', { question: half.question });
  }

  private daysAgo(days: number): void {
    this.turn(this.today.subtract({ days }), '08:40');
  }

  private turn(day: Temporal.PlainDate, time: string): void {
    this.turnClock(instantOf(`${day.toString()}T${time}`));
  }

  private plan(day: Temporal.PlainDate): Promise<Answer> {
    const plan = { startsAt: `${day.toString()}T13:00`, minutes: 120, place: 'Stadshuset, rum Vitsippan' };
    return this.cast.coordinator.ask('POST', '/sittings', plan);
  }

  private next(): { question: DemoQuestion; asker: DemoUser } {
    const at = this.asked++;
    return {
      question: DEMO_QUESTIONS[at % DEMO_QUESTIONS.length]!,
      asker: this.cast.askers[at % this.cast.askers.length]!,
    };
  }

  private async ask(): Promise<{ request: Answer; question: DemoQuestion; asker: DemoUser }> {
    const { question, asker } = this.next();
    const { question: text, tried, themes, ageBand, services } = question;
    const draft = await asker.ask('POST', '/consultation-requests', {
      question: text,
      tried,
      themes,
      ageBand,
      services,
    });
    const request = await asker.ask(
      'POST',
      `/consultation-requests/${draft.id}/submission`,
      { childAtRisk: false },
      draft.version,
    );
    return { request, question, asker };
  }

  private async accept(request: Answer): Promise<void> {
    Object.assign(
      request,
      await this.cast.coordinator.ask(
        'POST',
        `/consultation-requests/${request.id}/acceptance`,
        undefined,
        request.version,
      ),
    );
  }

  private async prepare({ id }: Answer, checks: string[]): Promise<void> {
    await this.cast.coordinator.ask('PUT', `/consultation-requests/${id}/preparation`, { checks, note: '' }, 0);
  }

  private async place(request: Answer, sittingId: string): Promise<void> {
    const placement = { sittingId, minutes: 30 };
    await this.cast.coordinator.ask(
      'POST',
      `/consultation-requests/${request.id}/placement`,
      placement,
      request.version,
    );
  }

  private async answerAll(sittingId: string, placed: { requestId: string; question: DemoQuestion }[]): Promise<void> {
    const { team, coordinator } = this.cast;
    type Agenda = Answer & { agenda: { id: string; requestId: string }[]; attendance: { assignmentId: string }[] };
    const sitting = await team.ask<Agenda>('GET', `/sittings/${sittingId}`);
    const marks = sitting.attendance.map(({ assignmentId }) => ({ assignmentId, present: true }));
    await team.ask('PUT', `/sittings/${sittingId}/attendance`, { marks });
    for (const { id, requestId } of sitting.agenda) {
      const { advice, outcomes, referrals = [] } = placed.find((each) => each.requestId === requestId)!.question;
      const held = await team.ask('POST', `/consultations/${id}/holding`, undefined, 1);
      await team.ask('POST', `/consultations/${id}/conclusion`, { advice, outcomes, referrals }, held.version);
    }
    await coordinator.ask('POST', `/sittings/${sittingId}/end`, undefined, sitting.version);
  }

  private async followUp(day: Temporal.PlainDate, placed: { requestId: string; asker: DemoUser }[]): Promise<void> {
    this.turn(day, '09:15');
    for (const [i, { requestId, asker }] of placed.entries()) {
      const answered = await asker.ask('GET', `/consultation-requests/${requestId}`);
      const feedback = { helped: 3 + (i % 3), adviceFollowed: 'YES', sipStarted: i === 0 };
      const given = await asker.ask('POST', `/consultation-requests/${requestId}/feedback`, feedback, answered.version);
      await this.cast.coordinator.ask('POST', `/consultation-requests/${requestId}/closing`, undefined, given.version);
    }
  }
}

/** The first Thursday of a day's month, when the demo's team meets. */
function firstThursday(day: Temporal.PlainDate): Temporal.PlainDate {
  const first = day.with({ day: 1 });
  return first.add({ days: (4 - first.dayOfWeek + 7) % 7 });
}
