import { Command, CommanderError } from 'commander';
import { compareCommand } from './evaluate/compare-command.ts';
import { evaluateCommand } from './evaluate/command.ts';
import { generateCommand } from './generate/command.ts';
import { presetsCommand } from './presets/command.ts';
import { verifyCommand } from './verify/command.ts';

/** `clearance`: what an office does with files and logs without the console. Exit 0 done, 1 failed, 2 not understood. */
const program = new Command('clearance')
  .description('Works with criminal-history files and exports of the audit log on this machine.')
  .exitOverride()
  .addCommand(generateCommand())
  .addCommand(evaluateCommand())
  .addCommand(compareCommand())
  .addCommand(presetsCommand())
  .addCommand(verifyCommand());

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong with the arguments; help that was asked for is no mistake.
  const understood = error instanceof CommanderError;
  process.exitCode = understood ? (error.exitCode === 0 ? 0 : 2) : 1;
  if (!understood) process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
}
