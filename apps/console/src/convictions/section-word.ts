/** `HS 11357` as it is; a section that could not be read says so. */
export const sectionWord = (section: string): string =>
  section === '' || section === 'unknown' ? 'Section unreadable' : section;
