import { Controller, Delete, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { AssignmentService } from './assignment.service.ts';

@ApiTags('Personer')
@Controller('assignments')
export class AssignmentController {
  constructor(private readonly assignments: AssignmentService) {}

  @Delete(':id')
  @Needs('directory.write')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Avsluta ett uppdrag',
    description: "Ends an assignment at once and closes its open screens. The area's last administrator stays.",
  })
  @Answers(204, 404, 409)
  end(@IdParam() id: string): Promise<void> {
    return this.assignments.end(id);
  }
}
