import { z } from 'zod';

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
});
export type CountySettings = z.infer<typeof countySettings>;
export const defaultSettings: CountySettings = {
  ...{ undoHours: 24, sampleConfidence: 0.95, sampleTolerated: 0.05 },
  ...{ officeName: '', officeAddress: '', officeContact: '' },
};

/** `PUT /api/settings`: what is left out stays as it is. */
export const settingsChange = z.strictObject(countySettings.shape).partial();
export type SettingsChange = z.infer<typeof settingsChange>;
