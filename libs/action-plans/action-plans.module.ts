import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.ts';
import { ActionPlanController } from './action-plan.controller.ts';
import { ActionPlanService } from './action-plan.service.ts';
import { MetricController } from './metric.controller.ts';
import { MetricService } from './metric.service.ts';

/** The year's action plans, and the figures that their metrics count to. */
@Module({
  imports: [DirectoryModule],
  controllers: [ActionPlanController, MetricController],
  providers: [ActionPlanService, MetricService],
})
export class ActionPlansModule {}
