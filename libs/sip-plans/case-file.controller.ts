import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { CaseFileView } from './case-file.dto.ts';
import { CaseFileReader } from './case-file.reader.ts';

@ApiTags('SIP-ärenden')
@Controller()
export class CaseFileController {
  constructor(private readonly files: CaseFileReader) {}

  @Get('cases/:id/file')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Ta ut hela ärendet',
    description: 'All of one case, for print: each part as it is read by itself, with the newest 100 events.',
  })
  @Answers(CaseFileView, 404)
  read(@IdParam() id: string): Promise<CaseFileView> {
    return this.files.read(id);
  }
}
