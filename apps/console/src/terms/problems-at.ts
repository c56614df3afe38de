/**
 * What is wrong below a place, by the field's own name: of `routing.routes.2.arresting.0` at `routing.routes.2` that is
 * `arresting`; what is wrong with the place as a whole has the empty name.
 */
export function problemsAt(problems: Readonly<Record<string, string>>, place: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, problem] of Object.entries(problems)) {
    if (path === place) found[''] ??= problem;
    else if (path.startsWith(`${place}.`)) found[path.slice(place.length + 1).split('.', 1)[0] ?? ''] ??= problem;
  }
  return found;
}
