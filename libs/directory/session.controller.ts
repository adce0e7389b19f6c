import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, Needs, Public } from '../platform/index.ts';
import { LocalGuard } from './local.strategy.ts';
import { SESSION } from './permission.policy.ts';
import { ActingChoice, SessionView, SignIn } from './session.dto.ts';
import { endedCookie, sessionCookie } from './session.rules.ts';
import { SessionService } from './session.service.ts';

@ApiTags('Session')
@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post('sessions')
  @Public()
  @UseGuards(LocalGuard)
  @HttpCode(204)
  @ApiOperation({
    summary: 'Logga in',
    description: 'Sign in. The session comes as a cookie; read it with GET /session.',
  })
  @Answers(204, 401, 422, 429)
  signIn(
    @Body() _credentials: SignIn,
    @Req() request: FastifyRequest & { user: { token: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    reply.header('set-cookie', sessionCookie(request.user.token));
  }

  @Get('session')
  @Needs(SESSION)
  @ApiOperation({
    summary: 'Läs sessionen',
    description: 'Who is signed in, their assignments, and the one they act in.',
  })
  @Answers(SessionView)
  read(): Promise<SessionView> {
    return this.sessions.read();
  }

  @Patch('session')
  @Needs(SESSION)
  @ApiOperation({ summary: 'Välj uppdrag', description: 'Choose the assignment to act in.' })
  @Answers(SessionView, 422)
  choose(@Body() choice: ActingChoice): Promise<SessionView> {
    return this.sessions.choose(choice.assignmentId);
  }

  @Delete('session')
  @Needs(SESSION)
  @HttpCode(204)
  @ApiOperation({ summary: 'Logga ut', description: 'End the session and close its open screens.' })
  @Answers(204)
  async end(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end();
    reply.header('set-cookie', endedCookie());
  }
}
