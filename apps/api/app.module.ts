import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ActionPlansModule } from '../../libs/action-plans/index.ts';
import { AuditModule } from '../../libs/audit/index.ts';
import { CasesModule } from '../../libs/cases/index.ts';
import { ChildrenModule } from '../../libs/children/index.ts';
import { ConsultationsModule } from '../../libs/consultations/index.ts';
import { DirectoryModule } from '../../libs/directory/index.ts';
import { LiveModule } from '../../libs/live/index.ts';
import { MeetingsModule } from '../../libs/meetings/index.ts';
import { PlatformModule, ProblemFilter, type Settings } from '../../libs/platform/index.ts';
import { SipPlansModule } from '../../libs/sip-plans/index.ts';
import { TrackersModule } from '../../libs/trackers/index.ts';
import { WorkerModule } from '../worker/worker.module.ts';
import { AboutController } from './about.controller.ts';
import { DemoController } from './demo/demo.controller.ts';

/** Everything that one process runs: the API, and the jobs beside it. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings),
        AuditModule,
        DirectoryModule,
        CasesModule,
        ChildrenModule,
        ConsultationsModule,
        ActionPlansModule,
        LiveModule,
        MeetingsModule,
        SipPlansModule,
        TrackersModule,
        ...(settings.worker === 'inside' ? [WorkerModule] : []),
      ],
      controllers: [AboutController, DemoController],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
