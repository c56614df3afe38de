import { notesToConfirm, sentences, type Language, type Policy } from '@clearance/eligibility';

/** Every name that `--policy` takes, a line each, with how much an attorney has still to confirm. */
export function listPresets(policies: readonly Policy[], oldTools: readonly string[]): string {
  const width = Math.max(...[...policies.map(({ name }) => name), ...oldTools].map((name) => name.length));
  const lines = policies.map((policy) => {
    const open = notesToConfirm(policy).length;
    const note = open === 0 ? '' : ` (${open} to confirm)`;
    return `${policy.name.padEnd(width)}  ${policy.title}${note}`;
  });
  const tools = oldTools.map((name) => `${name.padEnd(width)}  what a tool of 2020 gave, cell for cell`);
  return `${[...lines, ...tools].join('\n')}\n`;
}

/** A policy in sentences, each with its citation and what an attorney must confirm about it. */
export function tellPolicy(policy: Policy, language: Language): string {
  const open = notesToConfirm(policy).length;
  const { confirm, confirmEs = confirm } = policy;
  const whole = language === 'es' ? confirmEs : confirm;
  const head = [
    `${policy.title} (${policy.name} ${policy.version}, ${policy.legalBasis})`,
    ...(open === 0 ? [] : [language === 'es' ? `Por confirmar: ${open}` : `To confirm: ${open}`]),
    ...(whole === undefined ? [] : [`  ${whole}`]),
  ];
  const rules = sentences(policy, language).map(({ cite, confirm: note, ruleId, sentence }) =>
    [`${ruleId}: ${sentence}`, `  ${cite}`, ...(note === undefined ? [] : [`  ${note}`])].join('\n'),
  );
  return `${[...head, '', ...rules].join('\n')}\n`;
}
