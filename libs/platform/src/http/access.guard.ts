import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { abilityFor } from '@clearance/contract';
import { AuditLog } from '../audit-log/audit-log.ts';
import { Sessions } from '../auth/sessions.ts';
import { Refused } from '../refused.ts';
import { ACCESS, type Access, type ClearanceRequest } from './permission.ts';
import { sessionCookie } from './cookies.ts';

/** A stream is opened again by itself, and the page that has none asks now and then: nobody needs to be there for it. */
const askedBy = ({ headers }: ClearanceRequest): 'person' | 'page' =>
  headers['x-asked-by'] === 'page' || headers.accept === 'text/event-stream' ? 'page' : 'person';

/** Lets nobody through whose roles do not allow what the route declares; a refusal is written to the county's log. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly auditLog: AuditLog,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<ClearanceRequest>();
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === 'open') return true;
    const caller = { address: request.ip ?? '', requestId: request.requestId };
    const ctx = await this.sessions.contextOf(sessionCookie(request), caller, askedBy(request));
    if (!ctx) throw new Refused('not_signed_in');
    request.ctx = ctx;
    if (access === 'signed_in') return true;
    const [verb = 'none', noun = 'undeclared'] = (access ?? '').split(' ');
    if (access && abilityFor(ctx.actor).can(verb, noun)) return true;
    await this.auditLog.noteRefusal(ctx, { action: `${noun}.${verb}`, target: { type: 'route', id: noun } });
    throw new Refused('forbidden');
  }
}
