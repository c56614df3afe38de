/** What a machine calls what is wrong with a field. */
const words: Readonly<Record<string, string>> = {
  needed: 'Fill in this field.',
  taken: 'Choose another one.',
  unknown: 'Choose one that exists.',
  absent: 'Choose another one.',
  'not https': 'Begin the address with https.',
};

/** What is wrong with a field, as a sentence: a code in words, a phrase with a capital, an address as it is. */
export const fieldProblem = (problem: string): string =>
  words[problem] ?? (/^\S+@/.test(problem) ? problem : problem.charAt(0).toUpperCase() + problem.slice(1));
