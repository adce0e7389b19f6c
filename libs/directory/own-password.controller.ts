import { Body, Controller, HttpCode, Put, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers, Needs } from '../platform/index.ts';
import { OwnPassword } from './own-password.dto.ts';
import { OwnPasswordGuard, Proven } from './own-password.guard.ts';
import { OwnPasswordService } from './own-password.service.ts';
import type { KnownPerson } from './password-check.service.ts';
import { SESSION } from './permission.policy.ts';
import { sessionCookie } from './session.rules.ts';

@ApiTags('Session')
@Controller('session/password')
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Put()
  @Needs(SESSION)
  @UseGuards(OwnPasswordGuard)
  @HttpCode(204)
  @ApiOperation({
    summary: 'Byt ditt lösenord',
    description:
      'Change your own password. Your other sessions end, their open screens too; this one goes on under a new cookie.',
  })
  @Answers(204, 422, 429)
  async change(
    @Body() change: OwnPassword,
    @Proven() proven: KnownPerson | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    reply.header('set-cookie', sessionCookie(await this.passwords.change(proven, change)));
  }
}
