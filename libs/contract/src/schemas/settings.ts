import { z } from 'zod';

/** Below it every working day would be unusual; above it a county could be read and nobody would be told. */
export const LEAST_PEOPLE_PER_HOUR = 100;
export const MOST_PEOPLE_PER_HOUR = 3000;

/** `GET /api/settings`: how a county has set up its work. */
export const countySettings = z.object({
  /** Hours in which an approval can be taken back; then it is released. A change holds for approvals made after it. */
  undoHours: z.int().min(0).max(168),
  /** The least that a sample has to show before a bulk approval: with this confidence … */
  sampleConfidence: z.number().min(0.8).max(0.999),
  /** … fewer than this share are defects. */
  sampleTolerated: z.number().min(0.001).max(0.2),
  /** Who writes a letter that leaves the office, and where it is answered; empty until somebody fills it in. */
  officeName: z.string().trim().max(120),
  officeAddress: z.string().trim().max(300),
  /** A telephone number or an address for mail, of a desk rather than of one person. */
  officeContact: z.string().trim().max(200),
  /** So many people's data one person reads within an hour before that is called unusual. */
  peoplePerHour: z.int().min(LEAST_PEOPLE_PER_HOUR).max(MOST_PEOPLE_PER_HOUR),
});
export type CountySettings = z.infer<typeof countySettings>;
export const defaultSettings: CountySettings = {
  ...{ undoHours: 24, sampleConfidence: 0.95, sampleTolerated: 0.05, peoplePerHour: 1000 },
  ...{ officeName: '', officeAddress: '', officeContact: '' },
};

/** `PUT /api/settings`: what is left out stays as it is. */
export const settingsChange = z.strictObject(countySettings.shape).partial();
export type SettingsChange = z.infer<typeof settingsChange>;
