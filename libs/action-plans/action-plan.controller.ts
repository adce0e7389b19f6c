import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { ActionPlanList, ActionPlanView, YearQuery } from './action-plan.dto.ts';
import { ActionPlanService } from './action-plan.service.ts';

@ApiTags('Handlingsplaner')
@Controller('action-plans')
export class ActionPlanController {
  constructor(private readonly plans: ActionPlanService) {}

  @Get()
  @Needs('action-plan.read')
  @ApiOperation({ summary: 'Lista handlingsplaner', description: "The area's action plans, newest year first." })
  @Answers(ActionPlanList)
  list(): Promise<ActionPlanList> {
    return this.plans.list();
  }

  @Get(':id')
  @Needs('action-plan.read')
  @ApiOperation({
    summary: 'Läs en handlingsplan',
    description:
      'Focus areas, objectives, activities and metrics, with the figures of the year; of those entered by hand the latest. Small figures are suppressed.',
  })
  @Answers(ActionPlanView, 404, 422)
  read(@IdParam() id: string, @Query() { year }: YearQuery): Promise<ActionPlanView> {
    return this.plans.read(id, year);
  }
}
