/**
 * What no test may do. It may not judge a wall-clock time: a busy machine would make it red. Waits are in
 * test/support/until.ts, where they go on as long as anything moves. And no test may need what another one left behind.
 */
const WAIT = 'Wait with `until` (test/support/until.ts): it goes on as long as anything moves.';
const JUDGE = 'No test judges a wall-clock time. Assert the outcome or the cause; print the time with `stopwatch`.';
const LIMIT = 'No limit of its own: waits give up by themselves once nothing moves (test/support/until.ts).';

const tests = '/^(it|test|bench)$/';
const hooks = '/^(before|after)(All|Each)$/';
const curried = '[callee.type="CallExpression"][callee.callee.property.name=/^(each|for|skipIf|runIf)$/]';

/** For `no-restricted-syntax`: selectors and what is said about them. */
export const noWallClock = [
  { selector: 'ImportDeclaration[source.value=/^(node:)?timers/]', message: WAIT },
  { selector: 'ImportDeclaration[source.value=/^(node:)?perf_hooks$/]', message: JUDGE },
  { selector: 'CallExpression[callee.name=/^set(Timeout|Interval)$/]', message: WAIT },
  { selector: 'CallExpression[callee.property.name=/^set(Timeout|Interval)$/]', message: WAIT },
  { selector: 'CallExpression[callee.property.name="waitForTimeout"]', message: WAIT },
  { selector: 'CallExpression[callee.property.name=/^setDefault(Navigation)?Timeout$/]', message: LIMIT },
  { selector: 'CallExpression[callee.object.name="AbortSignal"][callee.property.name="timeout"]', message: LIMIT },
  { selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^wait(For|Until)$/]', message: WAIT },
  { selector: 'MemberExpression[object.name="performance"]', message: JUDGE },
  { selector: 'MemberExpression[object.name="process"][property.name=/^(hrtime|uptime)$/]', message: JUDGE },
  {
    selector:
      'CallExpression[callee.name="expect"] CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: JUDGE,
  },
  {
    selector:
      'BinaryExpression[operator="-"][left.callee.object.name="Date"][left.callee.property.name="now"][right.type="Identifier"]',
    message: JUDGE,
  },
  {
    selector:
      'BinaryExpression[operator="-"] > CallExpression.right[callee.object.name="Date"][callee.property.name="now"]',
    message: JUDGE,
  },
  {
    selector:
      'CallExpression[callee.name="expect"] > Identifier[name=/^(ms|millis|took|elapsed|lasted|duration)|(seconds|Seconds|Ms)$/]',
    message: JUDGE,
  },
  { selector: 'ObjectExpression > Property[key.name="timeout"]', message: LIMIT },
  { selector: `CallExpression[callee.name=${tests}][arguments.length=3] > :not(:function):last-child`, message: LIMIT },
  { selector: `CallExpression[callee.name=${hooks}][arguments.length=2] > :last-child`, message: LIMIT },
  { selector: `CallExpression${curried}[arguments.length=3] > :not(:function):last-child`, message: LIMIT },
];

const isTest = ({ type, callee }) => {
  if (type !== 'CallExpression') return false;
  let named = callee;
  while (named.type === 'CallExpression' || named.type === 'MemberExpression') named = named.callee ?? named.object;
  return named.type === 'Identifier' && ['it', 'test'].includes(named.name);
};

/** The test in whose body a node is; undefined in a hook, a helper or a step of a story. */
function testAround(node) {
  let found;
  for (let at = node; at.parent; at = at.parent) {
    const isBody = /Function/.test(at.type) && at.parent.type === 'CallExpression' && at.parent.callee !== at;
    if (isBody && isTest(at.parent)) found = at;
  }
  return found;
}

/** Every variable of a scope and of those within it. */
const variablesOf = (scope) => [...scope.variables, ...scope.childScopes.flatMap(variablesOf)];

/** A test reads what another test of the file assigned: it cannot be run alone, and falls with the other. */
const standsAlone = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      needs: '`{{name}}` comes from another test. Let each stand alone, or tell one story (test/support/story.ts).',
    },
  },
  create: (context) => ({
    'Program:exit'(program) {
      for (const { name, references } of variablesOf(context.sourceCode.getScope(program))) {
        const within = references.map((one) => ({
          ...{ at: one.identifier, writes: one.isWrite(), reads: one.isRead() },
          test: testAround(one.identifier),
        }));
        const makers = new Set(within.filter(({ writes, test }) => writes && test).map(({ test }) => test));
        for (const { at, reads, test } of within) {
          const [maker] = makers;
          const shared = test && maker && !makers.has(test) && reads;
          if (shared) context.report({ node: at, messageId: 'needs', data: { name } });
        }
      }
    },
  }),
};

export const testRules = { rules: { 'stands-alone': standsAlone } };
