import fc from 'fast-check';

const RULE = '-'.repeat(70);

/** What programs and people do to a checkpoint on its way from a mail to a file. */
export const savedFromMail: fc.Arbitrary<(note: string) => string> = fc
  .record({
    mark: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
    blanksBefore: fc.nat(3),
    blanksAfter: fc.nat(3),
    indent: fc.constantFrom('', '> ', '>> ', '  '),
    spaces: fc.constantFrom('', ' ', '\t', '\u00a0'),
    wrapAt: fc.option(fc.integer({ min: 60, max: 120 })),
    around: fc.boolean(),
    noEnd: fc.boolean(),
  })
  .map((how) => (note) => {
    const wrapped = (line: string) =>
      how.wrapAt === null || line.length <= how.wrapAt ? [line] : [line.slice(0, how.wrapAt), line.slice(how.wrapAt)];
    const lines = [
      ...(how.around ? ['Keep this mail.', '', RULE] : []),
      ...Array.from({ length: how.blanksBefore }, () => ''),
      ...note.trimEnd().split('\n').flatMap(wrapped),
      ...Array.from({ length: how.blanksAfter }, () => ''),
      ...(how.around ? [RULE, '', '-- ', 'The office'] : []),
    ];
    const text = lines.map((line) => how.indent + line + how.spaces).join(how.end);
    return (how.mark ? '\ufeff' : '') + text + (how.noEnd ? '' : how.end);
  });
