import { Module, type DynamicModule } from '@nestjs/common';
import { ClearanceHttpModule, clearanceMigrations } from '@clearance/clearance';
import { PlatformModule, type Config, type Log } from '@clearance/platform';

@Module({})
export class ApiModule {
  static for(config: Config, log: Log): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.for(config, log, clearanceMigrations), ClearanceHttpModule] };
  }
}
