import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Subject, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.ts';

export interface WorkMoved {
  readonly countyId: string;
  readonly id: string;
}

/** Tells which work of which county moved, as the database commits it. Reconnects by itself. */
@Injectable()
export class WorkFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly subject = new Subject<WorkMoved>();
  private client: Client | undefined;
  private stopped = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get moves(): Observable<WorkMoved> {
    return this.subject;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.subject.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseUrl, application_name: 'clearance-feed' });
    this.client = client;
    client.on('notification', ({ payload }) => {
      const [countyId, id] = (payload ?? '').split('.');
      if (countyId && id) this.subject.next({ countyId, id });
    });
    let again = false;
    const reconnect = () => {
      if (again || this.stopped) return;
      again = true;
      setTimeout(() => void this.connect().catch(reconnectLater), 1_000).unref();
    };
    const reconnectLater = () => {
      again = false;
      reconnect();
    };
    client.on('error', reconnect);
    client.on('end', reconnect);
    await client.connect();
    await client.query('LISTEN work');
  }
}
