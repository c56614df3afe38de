import { Injectable } from '@nestjs/common';
import { INSTALLATION_ID } from '../context.ts';
import { Database } from '../db/in-county.ts';

const FAILURES = 5;
const FAILURE_MINUTES = 15;

/** Counts wrong passwords of an account, wherever they were tried. */
@Injectable()
export class Lockout {
  constructor(private readonly database: Database) {}

  /** Five failures within fifteen minutes lock the account until an administrator releases it. */
  async countFailure({ homes, id }: { id: string; homes: readonly string[] }, at: Date): Promise<void> {
    // An account is changed in the name of a county that it works in; it has one as soon as it is made.
    await this.database.inCounty({ countyId: homes[0] ?? INSTALLATION_ID }, (tx) =>
      tx.query(
        `UPDATE account SET
           failures = CASE WHEN recent THEN failures + 1 ELSE 1 END,
           failing_since = CASE WHEN recent THEN failing_since ELSE $2 END,
           locked_at = CASE WHEN recent AND failures + 1 >= $4 THEN coalesce(locked_at, $2) ELSE locked_at END
          FROM (SELECT id AS of, coalesce(failing_since > $2::timestamptz - make_interval(mins => $3), false) AS recent
                  FROM account WHERE id = $1 FOR UPDATE) AS before
         WHERE id = before.of`,
        [id, at, FAILURE_MINUTES, FAILURES],
      ),
    );
  }
}
