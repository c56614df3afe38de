import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  invitationRow,
  memberRow,
  openInvitation,
  acceptInvitation,
  idParam,
  invitationBody,
  invitationList,
  memberChange,
  memberList,
  openInvitationBody,
  type AcceptInvitation,
  type InvitationBody,
  type MemberChange,
  type OpenInvitationBody,
} from '@clearance/contract';
import type { Response } from 'express';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { setDeviceCookie } from '../http/cookies.ts';
import { sendPage } from '../http/list.ts';
import { Answers } from '../http/answers.ts';
import { Allow, Context, From, type Caller } from '../http/permission.ts';
import { Invitations } from './invitations.ts';
import { Staff } from './staff.ts';

type Id = z.infer<typeof idParam>;
const accepted = z.object({ email: z.string() });

@Controller('api/members')
export class MembersController {
  constructor(private readonly staff: Staff) {}

  @Get()
  @Allow('read member')
  @Answers(z.array(memberRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: memberList }) query: z.infer<typeof memberList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'members', query, await this.staff.list(ctx, query));
  }

  @Get(':id')
  @Allow('read member')
  @Answers(memberRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.staff.get(ctx, id);
  }

  @Put(':id')
  @Allow('change member')
  @Answers(memberRow)
  change(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: memberChange }) body: MemberChange,
  ) {
    return this.staff.change(ctx, id, body);
  }

  @Post(':id/end-sessions')
  @HttpCode(200)
  @Allow('change member')
  @Answers(memberRow)
  endSessions(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.staff.endSessions(ctx, id);
  }
}

@Controller('api/invitations')
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  @Get()
  @Allow('read member')
  @Answers(z.array(invitationRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: invitationList }) query: z.infer<typeof invitationList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'invitations', query, await this.invitations.list(ctx, query));
  }

  @Post()
  @Allow('invite member')
  @Answers(invitationRow)
  invite(@Context() ctx: Ctx, @Body({ schema: invitationBody }) body: InvitationBody) {
    return this.invitations.invite(ctx, body);
  }

  @Delete(':id')
  @Allow('invite member')
  @Answers(invitationRow)
  withdraw(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.invitations.withdraw(ctx, id);
  }

  /** No session: the link of the mail is the proof. */
  @Post('open')
  @HttpCode(200)
  @Allow('open')
  @Answers(openInvitation)
  open(@Body({ schema: openInvitationBody }) { token }: OpenInvitationBody) {
    return this.invitations.open(token);
  }

  @Post('accept')
  @HttpCode(200)
  @Allow('open')
  @Answers(accepted)
  async accept(
    @Body({ schema: acceptInvitation }) body: AcceptInvitation,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { device, email } = await this.invitations.accept(body, caller);
    setDeviceCookie(response, device);
    return { email };
  }
}
