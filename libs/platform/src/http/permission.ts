import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@clearance/contract';
import type { Request } from 'express';
import type { Ctx } from '../context.ts';
import { deviceCookie } from './cookies.ts';

/** What a route asks of whoever calls it. `open` needs no session, `signed_in` any session. */
export type Access = Permission | 'open' | 'signed_in';
export const ACCESS = 'clearance:access';

/** Declares who may call a route. A route without it stops the boot. */
export const Allow = (access: Access) => SetMetadata(ACCESS, access);

export interface ClearanceRequest extends Request {
  ctx?: Ctx;
  requestId: string;
}

/** The context of the request: always there behind a route that is not `open`. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): Ctx => {
  const { ctx } = execution.switchToHttp().getRequest<ClearanceRequest>();
  if (!ctx) throw new Error('An open route has no context.');
  return ctx;
});

/** Where an open route was called from, and on which device, for the log and the throttle. */
export interface Caller {
  readonly address: string;
  readonly requestId: string;
  /** What the device is known by, where it has signed in before. */
  readonly device?: string | undefined;
}
export const From = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => {
  const request = execution.switchToHttp().getRequest<ClearanceRequest>();
  return { address: request.ip ?? '', requestId: request.requestId, device: deviceCookie(request) };
});
