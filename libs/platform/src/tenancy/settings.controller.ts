import { Body, Controller, Get, Put } from '@nestjs/common';
import { countySettings, settingsChange, type SettingsChange } from '@clearance/contract';
import type { Ctx } from '../context.ts';
import { Answers } from '../http/answers.ts';
import { Allow, Context } from '../http/permission.ts';
import { Settings } from './settings.ts';

@Controller('api/settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow('read setting')
  @Answers(countySettings)
  get(@Context() ctx: Ctx) {
    return this.settings.get(ctx);
  }

  @Put()
  @Allow('change setting')
  @Answers(countySettings)
  change(@Context() ctx: Ctx, @Body({ schema: settingsChange }) body: SettingsChange) {
    return this.settings.change(ctx, body);
  }
}
