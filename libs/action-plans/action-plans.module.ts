import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.ts';
import { ActionPlanController } from './action-plan.controller.ts';
import { ActionPlanService } from './action-plan.service.ts';
import { MetricController } from './metric.controller.ts';
import { MetricService } from './metric.service.ts';
import { MetricValueController } from './metric-value.controller.ts';
import { MetricValueService } from './metric-value.service.ts';

/** The year's action plans, with the figures that their metrics count to and those that are entered by hand. */
@Module({
  imports: [DirectoryModule],
  controllers: [ActionPlanController, MetricController, MetricValueController],
  providers: [ActionPlanService, MetricService, MetricValueService],
})
export class ActionPlansModule {}
