import { seal, unseal } from '@clearance/platform';

/** Where a CII number stands: sealed for one place, it cannot be moved to another. */
interface Place {
  readonly countyId: string;
  readonly importId: string;
  readonly personId: string;
}

const placeOf = ({ countyId, importId, personId }: Place) => `${countyId} import_person.cii ${importId} ${personId}`;

/** A person's CII number as an import keeps it. */
export const sealCii = (key: Buffer, place: Place, cii: string): Buffer => seal(key, Buffer.from(cii), placeOf(place));

/** The number again. Throws when the bytes were damaged or stand in another's place. */
export const openCii = (key: Buffer, place: Place, sealed: Buffer): string =>
  unseal(key, sealed, placeOf(place)).toString();
