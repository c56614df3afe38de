import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { permissions } from '@clearance/contract';
import { ACCESS, type Access } from './permission.ts';

export interface RouteDeclaration {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
}

/** Knows every route with what it declares; refuses to start when one declares nothing or something unknown. */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  routes(): RouteDeclaration[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      const base = (Reflect.getMetadata('path', metatype) as string | undefined) ?? '';
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as (...args: unknown[]) => unknown;
        const path = Reflect.getMetadata('path', handler) as string | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[(Reflect.getMetadata('method', handler) as number | undefined) ?? 0] ?? 'GET';
        const whole = `/${[base, path]
          .map((part) => part.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')}`;
        return [{ method, path: whole, access: this.reflector.get<Access | undefined>(ACCESS, handler) }];
      });
    });
  }

  onApplicationBootstrap(): void {
    const known = new Set<string>([...Object.keys(permissions), 'open', 'signed_in']);
    const undeclared = this.routes().filter((route) => !route.access || !known.has(route.access));
    if (undeclared.length > 0) {
      const list = undeclared.map((route) => `${route.method} ${route.path}`).join(', ');
      throw new Error(`These routes declare no permission: ${list}`);
    }
  }
}
