/** What a manifest says it was made by: the product and its version. */
export const TOOL = 'Clearance 0.1.0';
