import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { me, abilityFor, loginBody, packAbility, type LoginBody, type Me } from '@clearance/contract';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { Database, one } from '../db/in-county.ts';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from '../http/cookies.ts';
import { Answers, AnswersNothing } from '../http/answers.ts';
import { Allow, Context, From, type Caller } from '../http/permission.ts';
import { Refused } from '../refused.ts';
import { SignIn } from './sign-in.ts';

@Controller('api')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('auth/login')
  @HttpCode(204)
  @Allow('open')
  @AnswersNothing()
  async login(
    @Body({ schema: loginBody }) body: LoginBody,
    @From() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { token, device } = await this.signIn.signIn(body.email, body.password, caller);
    setSessionCookie(response, token);
    setDeviceCookie(response, device);
  }

  @Post('auth/logout')
  @HttpCode(204)
  @Allow('signed_in')
  @AnswersNothing()
  async logout(@Context() ctx: Ctx, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.signOut(ctx);
    clearSessionCookie(response);
  }

  @Get('me')
  @Allow('signed_in')
  @Answers(me)
  me(@Context() ctx: Ctx): Promise<Me> {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await one<Pick<Me, 'name' | 'email' | 'county'>>(
        tx,
        `SELECT m.name, m.email, json_build_object('id', c.id, 'name', c.name, 'kind', c.kind) AS county
           FROM member m JOIN county c ON c.id = m.county_id WHERE m.id = $1`,
        [ctx.actor.memberId],
      );
      if (!found) throw new Refused('not_signed_in');
      return {
        ...found,
        memberId: ctx.actor.memberId,
        roles: [...ctx.actor.roles],
        rules: packAbility(abilityFor(ctx.actor)),
        idleSeconds: this.config.sessionIdleSeconds,
        demo: this.config.demo,
      };
    });
  }
}
