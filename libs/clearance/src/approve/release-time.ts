/** Until when an approval of this moment can be taken back. */
export const releaseTime = (approvedAt: Date, undoHours: number): Date =>
  new Date(approvedAt.getTime() + undoHours * 3_600_000);
