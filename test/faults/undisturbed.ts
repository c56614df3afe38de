import { startInstallation } from '../support/installation.ts';
import { heavyFile } from './heavy-file.ts';
import { naturalState, type Holding } from './natural-state.ts';
import { workedCounty } from './worked-county.ts';

export type State = Record<string, Holding>;

/** What a run that nothing disturbs leaves behind: after the import, and after everything was recommended and approved. */
export async function undisturbed(
  file: Awaited<ReturnType<typeof heavyFile>>,
): Promise<{ imported: State; decided: State }> {
  const installation = await startInstallation();
  try {
    const county = await workedCounty(installation);
    const state = () => naturalState(installation.database.superUrl, county.id);
    await county.upload(file);
    await county.quiet();
    const imported = await state();
    await county.recommendAll();
    await county.quiet();
    await county.approveAll();
    await county.quiet();
    return { imported, decided: await state() };
  } finally {
    await installation.stop();
  }
}
