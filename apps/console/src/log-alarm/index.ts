import ReportOutlined from '@mui/icons-material/ReportOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

/** Reached from the alarm over every page, and from Home. */
export const logAlarm: ResourceModule = {
  name: 'log-alarm',
  options: { label: 'Alarm of the log' },
  icon: ReportOutlined,
  permission: 'end log_alarm',
  list: lazyPage(() => import('./LogAlarmPage.tsx'), 'LogAlarmPage'),
  inRail: false,
};
