/** The roles of product.md, each with the sentence that the console shows where a role is given. */
export const roles = {
  operator: 'Runs the installation: creates and suspends counties, sees volumes and health, never a record.',
  county_admin: 'Runs the programme in the county: onboards staff, imports files, owns the policy.',
  reviewer: 'Works the queue and recommends what should happen to each conviction.',
  approver: 'Approves or returns what others recommended, one by one or in bulk.',
  compliance: 'Reads the history of everything and exports the audit log; changes nothing.',
} as const;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** Roles that a county administrator can give. */
export const countyRoles = roleNames.filter((role) => role !== 'operator');
