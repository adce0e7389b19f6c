import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { AssignmentEnding, AssignmentWork } from './assignment.dto.ts';
import { AssignmentService } from './assignment.service.ts';

@ApiTags('Personer')
@Controller('assignments')
export class AssignmentController {
  constructor(private readonly assignments: AssignmentService) {}

  @Get(':id/work')
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Se vad ett uppdrag håller i',
    description: 'How many cases and questions are under way in it, and how many colleagues could take them over.',
  })
  @Answers(AssignmentWork, 404)
  work(@IdParam() id: string): Promise<AssignmentWork> {
    return this.assignments.work(id);
  }

  @Delete(':id')
  @Needs('directory.write')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Avsluta ett uppdrag',
    description:
      "Ends an assignment at once and closes its open screens. The area's last administrator stays, and so does the last coordinator of a unit that holds cases. 409 reader-needed when protected children would be left without anybody who may open them, unless that is asked for.",
  })
  @Answers(204, 404, 409, 422)
  end(@IdParam() id: string, @Query() ending: AssignmentEnding): Promise<void> {
    return this.assignments.end(id, ending);
  }
}
