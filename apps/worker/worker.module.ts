import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '../../libs/audit/index.ts';
import { ConsultationsModule, FeedbackService } from '../../libs/consultations/index.ts';
import { DirectoryModule, Disposal } from '../../libs/directory/index.ts';
import { PlatformModule, type Settings } from '../../libs/platform/index.ts';
import { FollowUpJob, SipPlansModule } from '../../libs/sip-plans/index.ts';
import { ComingOfAge, TrackersModule } from '../../libs/trackers/index.ts';
import { hourly, type Job, nightly } from './job.ts';
import { JOBS, Schedule } from './schedule.ts';
import { Sealing } from './sealing.ts';

const jobs = (
  feedback: FeedbackService,
  comingOfAge: ComingOfAge,
  followUps: FollowUpJob,
  disposal: Disposal,
): Job[] => [
  { name: 'ask-for-feedback', next: hourly, run: () => feedback.askWhereDue() },
  { name: 'coming-of-age', next: hourly, run: () => comingOfAge.endGuardians() },
  { name: 'fall-due', next: hourly, run: () => followUps.fallDue() },
  { name: 'suggest-deviations', next: hourly, run: () => followUps.suggestDeviations() },
  { name: 'disposal', next: nightly, run: () => disposal.dispose() },
];

/** Work that nobody waits for. Runs inside the API process for a small site, or in processes of its own. */
@Module({
  imports: [ConsultationsModule, DirectoryModule, SipPlansModule, TrackersModule],
  providers: [
    Sealing,
    Schedule,
    { provide: JOBS, inject: [FeedbackService, ComingOfAge, FollowUpJob, Disposal], useFactory: jobs },
  ],
})
export class WorkerModule {
  /** Everything that a worker of its own runs. */
  static apart(settings: Settings): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(settings), AuditModule] };
  }
}
