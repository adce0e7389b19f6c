import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../libs/platform/index.ts';
import { FollowUpJob } from '../../../libs/sip-plans/index.ts';
import { CaseLife, type DemoUnits } from './case-life.ts';
import { demoChildren, type DemoChild } from './children.ts';
import { DemoUser } from './demo-user.ts';

/** How a case came to each state, in days before today. */
const LIVES: Record<DemoChild['state'], (life: CaseLife, child: DemoChild) => Promise<void>> = {
  NEED_IDENTIFIED: (life) => life.register(7),
  OFFERED: async (life) => {
    await life.register(4);
    await life.offer(2);
  },
  DECLINED_BY_FAMILY: async (life) => {
    await life.register(30);
    await life.offer(27);
    await life.refuse(24, 'decline', 'Familjen vill vänta till efter sommaren. Vi hör av oss i augusti.');
  },
  DENIED_BY_SERVICE: async (life) => {
    await life.register(21);
    await life.refuse(18, 'denial', 'En samordnad vårdplan finns redan och täcker behoven.');
  },
  CONSENT_PENDING: async (life) => {
    await life.register(12);
    await life.offer(10);
    await life.accept(9);
    await life.consent(6, 'all but one');
  },
  PREPARING: (life) => prepared(life, 20, 16),
  SUMMONED: async (life) => {
    await prepared(life, 20, 15);
    await life.call(6, -4);
  },
  MEETING_HELD: (life) => met(life, 22),
  PLAN_DRAFT: async (life) => {
    await met(life, 24, 3);
    await life.writePlan(3, 90);
  },
  PLAN_ACTIVE: (life, child) => planned(life, 230, 150, child.followUps ?? 0),
  FOLLOW_UP_DUE: (life) => planned(life, 110, 60, 0),
  FOLLOW_UP_HELD: async (life) => {
    await planned(life, 120, 90, 0);
    await life.followUp(1, 'CONTINUE');
  },
  CONSENT_WITHDRAWN: async (life) => {
    await planned(life, 100, 90, 0);
    await life.withdraw(8);
  },
  TRANSITION: async (life) => {
    await planned(life, 80, 120, 0);
    await life.beginTransition(14);
  },
  CLOSED: async (life) => {
    await planned(life, 300, 90, 1);
    await life.followUp(90, 'CLOSE');
    await life.close(88);
  },
};

/** Lives through the demo's SIP cases, each as far as it has come, through the API and with the clock turned back. */
export async function liveThroughCases(app: NestFastifyApplication): Promise<void> {
  const clock = app.get(Clock);
  const today = Temporal.PlainDate.from(clock.today());
  const coordinator = await DemoUser.signIn(app, 'karin.berg', 'SIP_COORDINATOR');
  const units = await unitsOf(coordinator);
  try {
    for (const child of demoChildren(today.toString())) {
      const life = new CaseLife(child, coordinator, units, today, (at) => (clock.now = () => at));
      await LIVES[child.state](life, child);
    }
    Reflect.deleteProperty(clock, 'now');
    await app.get(FollowUpJob, { strict: false }).fallDue();
  } finally {
    Reflect.deleteProperty(clock, 'now');
  }
}

async function prepared(life: CaseLife, registered: number, consented: number): Promise<void> {
  await life.register(registered);
  await life.offer(registered - 1);
  await life.accept(registered - 2);
  await life.consent(consented);
}

async function met(life: CaseLife, registered: number, met = 2): Promise<void> {
  await prepared(life, registered, registered - 4);
  await life.call(registered - 5, met);
  await life.hold(met);
}

/** A plan that runs, with so many follow-ups behind it. */
async function planned(life: CaseLife, registered: number, followUpInDays: number, followUps: number): Promise<void> {
  const meeting = registered - 18;
  await met(life, registered, meeting);
  await life.writePlan(meeting, followUpInDays);
  await life.confirmPlan(meeting);
  await life.disclose(meeting, 'PLAN');
  for (let held = 0; held < followUps; held++) {
    const day = meeting - followUpInDays + 5;
    await life.followUp(day, 'CONTINUE');
    await life.disclose(day, 'FOLLOW_UP');
    await life.writePlan(day, followUpInDays);
    await life.confirmPlan(day);
    await life.disclose(day, 'PLAN');
  }
}

async function unitsOf(coordinator: DemoUser): Promise<DemoUnits> {
  const { units } = await coordinator.ask<{ units: { id: string; serviceType: string }[] }>('GET', '/units');
  return Object.fromEntries(units.map(({ id, serviceType }) => [serviceType, id])) as DemoUnits;
}
