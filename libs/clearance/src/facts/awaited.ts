import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { csvLine } from '@clearance/audit';
import type { AwaitedFact, FactRequest, FactRequestBody, FactsAwaited } from '@clearance/contract';
import { missingFactText, type Determination } from '@clearance/eligibility';
import { AuditLog, CountyKeys, Database, one, Refused, rows, settingsOf, type Ctx, type Tx } from '@clearance/platform';
import type { Conviction } from '@clearance/record';
import { convictionId } from '../conviction/found-conviction.ts';
import { traceOf } from '../evaluate/determination-store.ts';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { readingsOf } from '../import/reading-store.ts';
import { termsOf } from '../terms/terms-of.ts';

/** More are not listed at once: whoever has so many open questions asks court by court. */
const MOST_AWAITED = 1_000;

interface Asked extends Omit<AwaitedFact, 'facts' | 'askedAt' | 'agency'> {
  readonly askedAt: Date;
  readonly body: Buffer | null;
}

/** What the county waits for, from which court or agency, since when; and the letters that ask for it. */
@Injectable()
export class AwaitedFacts {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  list(ctx: Ctx): Promise<FactsAwaited> {
    return this.database.inCounty(ctx, (tx) => this.listIn(tx, ctx));
  }

  /**
   * A request letter for what is awaited from a court or an agency, for print and as a file. It leaves the office: to whom
   * and what for are kept, and the log has it before the answer. Throws `nothing_awaited`.
   */
  request(ctx: Ctx, body: FactRequestBody): Promise<FactRequest> {
    return this.database.inCounty(ctx, async (tx) => {
      const all = (await this.listIn(tx, ctx)).rows;
      const asked = all.filter(
        ({ agency, court }) =>
          (body.court === undefined || court === body.court) && (body.agency === undefined || agency === body.agency),
      );
      if (asked.length === 0) throw new Refused('nothing_awaited');
      const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [ctx.countyId]);
      const id = randomUUID();
      const { officeAddress, officeContact, officeName } = await settingsOf(tx);
      const member = await one<{ name: string }>(tx, `SELECT name FROM member WHERE id = $1`, [ctx.actor.memberId]);
      const sender = { office: officeName, address: officeAddress, contact: officeContact, by: member?.name ?? '' };
      const letter = { reference: referenceOf(id), day: officeDay(ctx.now), sender };
      const csv = csvOf(asked, letter);
      const sha256 = createHash('sha256').update(csv).digest('hex');
      const people = new Set(asked.map(({ personId }) => personId)).size;
      await tx.query(
        `INSERT INTO dissemination (county_id, id, what, subject_id, sha256, people, recipient, purpose, released_by, at)
         VALUES ($1, $2, 'fact_request', $2, $3, $4, $5, $6, $7, $8)`,
        [ctx.countyId, id, sha256, people, body.recipient, body.purpose, ctx.actor.memberId, ctx.now],
      );
      // The digest of a letter that somebody holds would name the people in it; it stands in the table alone.
      await this.auditLog.append(tx, ctx, [
        {
          action: 'fact_request.create',
          target: { type: 'fact_request', id },
          detail: { asked: asked.length, people },
        },
      ]);
      return { county: county?.name ?? '', rows: asked, csv, ...letter };
    });
  }

  private async listIn(tx: Tx, ctx: Ctx): Promise<FactsAwaited> {
    const found = await rows<Asked>(
      tx,
      `SELECT c.id AS "convictionId", c.person_id AS "personId", p.name, c.case_number AS "caseNumber", c.section, c.offense,
              c.date_text AS date, c.court, coalesce(r.note, '') AS question, coalesce(m.name, '') AS "askedBy",
              coalesce(r.at, c.since) AS "askedAt", d.body
         FROM conviction c
         JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
         LEFT JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id
         LEFT JOIN LATERAL (
           SELECT x.note, x.at, x.recommender_id FROM recommendation x
            WHERE x.county_id = c.county_id AND x.conviction_id = c.id AND x.decision = 'ask_for_facts'
            ORDER BY x.at DESC LIMIT 1) r ON true
         LEFT JOIN member m ON m.county_id = c.county_id AND m.id = r.recommender_id
        WHERE c.state = 'needs_facts' AND NOT c.vanished ORDER BY "askedAt", c.id LIMIT ${MOST_AWAITED}`,
    );
    const counted = await one<{ n: number }>(
      tx,
      `SELECT count(*)::int AS n FROM conviction WHERE state = 'needs_facts' AND NOT vanished`,
    );
    const agencies = await this.agenciesOf(tx, ctx, [...new Set(found.map(({ personId }) => personId))]);
    const awaited = found.map(({ askedAt, body, ...row }) => ({
      ...row,
      ...{ agency: agencies.get(row.convictionId) ?? '', askedAt: askedAt.toISOString() },
      facts: body ? factsIn(JSON.parse(traceOf(body)) as Determination) : [],
    }));
    return { rows: awaited, total: counted?.n ?? 0 };
  }

  /** Who arrested for each conviction of these people: the file has it in another step than the court's. */
  private async agenciesOf(tx: Tx, ctx: Ctx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const agencies = new Map<string, string>();
    if (personIds.length === 0) return agencies;
    const key = await this.keys.of(tx, ctx.countyId);
    for (const { history, personId } of await readingsOf(tx, personIds, (await termsOf(tx)).dispositions)) {
      for (const one of history.convictions) agencies.set(convictionId(key, personId, one), arrestingAgency(one));
    }
    return agencies;
  }
}

const arrestingAgency = ({ cycle }: Conviction): string =>
  cycle.steps.find(({ kind, agency }) => kind === 'arrest' && agency.name !== '')?.agency.name ?? '';

const factsIn = ({ unknownFacts }: Determination): AwaitedFact['facts'] =>
  unknownFacts.map(({ fact, why }) => ({ fact, why }));

/** What is missing, as a clerk reads it: of another conviction the reason names it. */
const missingWords = ({ fact, why }: AwaitedFact['facts'][number]): string =>
  fact === 'other_convictions' ? why : missingFactText(fact);

const headers = [
  ...['Court', 'Agency', 'Case number', 'Name', 'Offense', 'Convicted', 'Missing', 'Question', 'Asked on'],
  ...['Reference', 'Requested on', 'Requested by', 'Office', 'Answer to'],
];

/** Short enough to be typed from paper, and found again: eight letters and digits of the id. */
export const referenceOf = (id: string): string => `FR-${id.slice(0, 8).toUpperCase()}`;

type Letter = Pick<FactRequest, 'day' | 'reference' | 'sender'>;

/** One line per conviction, by court, agency and case; each says who asks and where to answer. */
export const csvOf = (asked: readonly AwaitedFact[], { day, reference, sender }: Letter): string =>
  [
    csvLine(headers),
    ...[...asked]
      .sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
      .map((one) =>
        csvLine([
          ...[
            one.court,
            one.agency,
            one.caseNumber,
            one.name,
            one.offense,
            one.date ?? '',
            [...new Set(one.facts.map(missingWords))].join('; '),
          ],
          ...[one.question, one.askedAt.slice(0, 10), reference, day, sender.by, sender.office],
          [sender.address, sender.contact].filter(Boolean).join(', '),
        ]),
      ),
  ].join('');

const sortKey = ({ agency, caseNumber, court }: AwaitedFact): string => [court, agency, caseNumber].join('\u0000');
