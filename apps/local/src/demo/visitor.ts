import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from '@clearance/contract';

/** Somebody who uses the product over HTTP, as the console does. */
export class Visitor {
  private cookie = '';
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  async signIn(email: string, password: string): Promise<this> {
    const response = await this.send('POST', '/api/auth/login', { email, password });
    this.cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])[0] ?? '';
    return this;
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: object): Promise<T> {
    return (await (await this.send('POST', path, body)).json()) as T;
  }

  async upload<T>(path: string, file: string): Promise<T> {
    const form = new FormData();
    form.set('file', await openAsBlob(file), basename(file));
    return (await (await this.send('POST', path, form)).json()) as T;
  }

  /** Asks until `done`; throws when that takes longer than two minutes. */
  async until<T>(path: string, done: (answer: T) => boolean): Promise<T> {
    const latest = performance.now() + 120_000;
    for (let answer = await this.get<T>(path); ; answer = await this.get<T>(path)) {
      if (done(answer)) return answer;
      if (performance.now() > latest) throw new Error(`The demo waits in vain for ${path}.`);
      await sleep(150);
    }
  }

  /** Throws with the refusal's sentence; nothing of the demo is meant to be refused. */
  private async send(method: string, path: string, body?: object): Promise<Response> {
    const form = body instanceof FormData;
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    if (response.ok) return response;
    const text = await response.text();
    const says = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as Refusal).message : text;
    throw new Error(`The demo was refused ${method} ${path.split('?', 1)[0]} (${response.status}): ${says}`);
  }
}
