import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { permissions, personalFields } from '@clearance/contract';
import { ANSWERS, READS, type Answered, type Reading } from './answers.ts';
import { ACCESS, type Access } from './permission.ts';

export interface RouteDeclaration {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
  readonly answers: Answered | undefined;
  readonly reads: Reading | undefined;
}

/** What is wrong with a declaration, in the words in which the boot is refused. */
const faults: readonly (readonly [says: string, is: (route: RouteDeclaration) => boolean])[] = [
  ['declare no permission', ({ access }) => !access || !known.has(access)],
  ['declare no answer', ({ answers }) => answers === undefined],
  ["answer people's data and do not declare what they read", ({ answers, reads }) => !reads && namesPeople(answers)],
  ["declare that they read people's data and answer none", ({ answers, reads }) => !!reads && !namesPeople(answers)],
  [
    "answer people's data without a permission",
    ({ access, reads }) => !!reads && (access === 'open' || access === 'signed_in'),
  ],
];

const known = new Set<string>([...Object.keys(permissions), 'open', 'signed_in']);
/** A file of people needs no reading: it is answered with the proof that its release is recorded. */
const namesPeople = (answers: Answered | undefined): boolean =>
  typeof answers === 'object' && personalFields(answers).length > 0;

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
        return [
          {
            ...{ method, path: whole },
            access: this.reflector.get<Access | undefined>(ACCESS, handler),
            answers: this.reflector.get<Answered | undefined>(ANSWERS, handler),
            reads: this.reflector.get<Reading | undefined>(READS, handler),
          },
        ];
      });
    });
  }

  onApplicationBootstrap(): void {
    const routes = this.routes();
    const problems = faults.flatMap(([says, is]) => {
      const list = routes.filter(is).map(({ method, path }) => `${method} ${path}`);
      return list.length > 0 ? [`These routes ${says}: ${list.join(', ')}`] : [];
    });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}
