import { fieldId, type Path } from '../model/json-path.ts';
import { placesOf } from '../model/problems.ts';

/** Puts the focus on the field at a path, or on the nearest part around it that is on the page. */
export function focusField(path: Path): void {
  const found = placesOf(path)
    .map((place) => document.getElementById(fieldId(place)))
    .find((element) => element !== null);
  if (!found) return;
  found.scrollIntoView({ block: 'center' });
  found.focus();
}
