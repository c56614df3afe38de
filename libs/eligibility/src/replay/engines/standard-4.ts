// @ts-nocheck
// The engine of the dialect standard/4, frozen by tools/freeze-engine.mjs from commit
// 65bd8a244d71855a445b8eb5503e370a22e1e6bc. Never edited: what it determined is replayed with it.
// libs/record/src/columns.ts
const COLUMNS = [
	"RECORD_ID",
	"SUBJECT_STATUS",
	"SUBJECT_ID",
	"REQ_SEG_SEP",
	"REQ_CII_NUMBER",
	"REQ_NAME",
	"REQ_GENDER",
	"REQ_DOB",
	"REQ_CDL",
	"REQ_SSN",
	"PII_SEG_SEP",
	"CII_NUMBER",
	"PRI_NAME",
	"GENDER",
	"PRI_DOB",
	"PRI_SSN",
	"PRI_CDL",
	"PRI_IDN",
	"PRI_INN",
	"FBI_NUMBER",
	"PDR_SEG_SEP",
	"RACE_CODE",
	"RACE_DESCR",
	"EYE_COLOR_CODE",
	"EYE_COLOR_DESCR",
	"HAIR_COLOR_CODE",
	"HAIR_COLOR_DESCR",
	"HEIGHT",
	"WEIGHT",
	"SINGLE_SOURCE",
	"MULTI_SOURCE",
	"POB_CODE",
	"POB_NAME",
	"POB_TYPE",
	"CITIZENSHIP_LIST",
	"CYC_SEG_SEP",
	"CYC_ORDER",
	"CYC_DATE",
	"STP_SEG_SEP",
	"STP_ORDER",
	"STP_EVENT_DATE",
	"STP_TYPE_CODE",
	"STP_TYPE_DESCR",
	"STP_ORI_TYPE",
	"STP_ORI_TYPE_DESCR",
	"STP_ORI_CODE",
	"STP_ORI_DESCR",
	"STP_ORI_CNTY_CODE",
	"STP_ORI_CNTY_NAME",
	"CNT_SEG_SEP",
	"CNT_ORDER",
	"DISP_DATE",
	"OFN",
	"OFFENSE_CODE",
	"OFFENSE_DESCR",
	"OFFENSE_TOC",
	"OFFENSE_QUAL_LST",
	"DISP_OFFENSE_CODE",
	"DISP_OFFENSE_DESCR",
	"DISP_OFFENSE_TOC",
	"DISP_OFFENSE_QUAL_LST",
	"CONV_OFFENSE_ORDER",
	"CONV_OFFENSE_CODE",
	"CONV_OFFENSE_DESCR",
	"CONV_OFFENSE_TOC",
	"CONV_OFFENSE_QUAL_LST",
	"FE_NUM_ORDER",
	"FE_NUM_ARR_AGY",
	"FE_NUM_BNCH_WARR",
	"FE_NUM_CITE",
	"FE_NUM_DOCKET",
	"FE_NUM_INCIDENT",
	"FE_NUM_BOOKING",
	"FE_NUM_NUMBER",
	"FE_NUM_REMAND",
	"FE_NUM_OOS_INN",
	"FE_NUM_CRT_CASE",
	"FE_NUM_WARRANT",
	"DISP_ORDER",
	"DISP_CODE",
	"DISP_DESCR",
	"CONV_STAT_CODE",
	"CONV_STAT_DESCR",
	"SENT_SEG_SEP",
	"SENT_ORDER",
	"SENT_LOC_CODE",
	"SENT_LOC_DESCR",
	"SENT_LENGTH",
	"SENT_TIME_CODE",
	"SENT_TIME_DESCR",
	"CYC_AGE",
	"CII_TYPE",
	"CII_TYPE_ALPHA",
	"COMMENT_TEXT",
	"END_OF_REC"
];
const WIDTH = COLUMNS.length;
const COLUMN = Object.fromEntries(COLUMNS.map((name, index) => [name, index]));
// libs/record/src/cell.ts
const FILLERS = new Set([
	"-",
	"--",
	"X",
	"#",
	"NULL"
]);
const LONGEST_FILLER = 4;
function cellText(cell) {
	const { length } = cell;
	if (length === 0) return "";
	const text = isVisibleAscii(cell.charCodeAt(0)) && isVisibleAscii(cell.charCodeAt(length - 1)) ? cell : cell.trim();
	return text.length <= LONGEST_FILLER && isFiller(text) ? "" : text;
}
function isFiller(text) {
	if (isDigit(text.charCodeAt(0))) return false;
	return FILLERS.has(text) || FILLERS.has(text.toUpperCase());
}
function isDigit(code) {
	return code >= 48 && code <= 57;
}
function isVisibleAscii(code) {
	return code > 32 && code < 127;
}
function textOf(row, column) {
	return cellText(row.cells[COLUMN[column]] ?? "");
}
// libs/record/src/local-date.ts
const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
function isLeapYear(year) {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function daysInMonth(year, month) {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [
		0,
		31,
		28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	][month] ?? 0;
}
function dateOf(year, month, day) {
	const two = (part) => part < 10 ? `0${part}` : `${part}`;
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
function partsOf(date) {
	return [
		Number(date.slice(0, 4)),
		Number(date.slice(5, 7)),
		Number(date.slice(8, 10))
	];
}
function localDate(text) {
	if (/^\d{4}-\d\d-\d\d$/.test(text)) {
		const [year, month, day] = partsOf(text);
		if (year >= 1 && day >= 1 && day <= daysInMonth(year, month)) return text;
	}
	throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text.slice(0, 40)}`);
}
function dayNumber(date) {
	const [year, month, day] = partsOf(date);
	const shiftedYear = month <= 2 ? year - 1 : year;
	const shiftedMonth = month <= 2 ? month + 9 : month - 3;
	return 365 * shiftedYear + Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400) + Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
}
function dateOfDayNumber(number) {
	const era = Math.floor(number / 146097);
	const dayOfEra = number - era * 146097;
	const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	if (year < 1) return FIRST_DAY;
	return year > 9999 ? LAST_DAY : dateOf(year, month, day);
}
function addYears(date, years) {
	return addMonths(date, years * 12);
}
function addMonths(date, months) {
	const [year, month, day] = partsOf(date);
	const index = year * 12 + (month - 1) + months;
	const newYear = Math.floor(index / 12);
	const newMonth = index - newYear * 12 + 1;
	if (newYear < 1) return FIRST_DAY;
	if (newYear > 9999) return LAST_DAY;
	if (day <= daysInMonth(newYear, newMonth)) return dateOf(newYear, newMonth, day);
	return dateOf(newYear, newMonth + 1, 1);
}
function addDays(date, days) {
	return dateOfDayNumber(dayNumber(date) + days);
}
// libs/record/src/doj-date.ts
const YEARS = {
	first: 1800,
	last: 2199
};
const ZERO = 48;
const known$1 = [];
function parseDojDate(cell) {
	const text = cell.length === 8 ? cell : cell.trim();
	if (text.length !== 8) return void 0;
	const year = digits(text, 0, 4);
	const month = digits(text, 4, 6);
	const day = digits(text, 6, 8);
	if (!(year >= YEARS.first && year <= YEARS.last && month <= 12 && day <= 31)) return void 0;
	const place = ((year - YEARS.first) * 13 + month) * 32 + day;
	return known$1[place] ??= rangeOf(year, month, day);
}
function digits(text, from, to) {
	let number = 0;
	for (let at = from; at < to; at += 1) {
		const digit = text.charCodeAt(at) - ZERO;
		if (digit < 0 || digit > 9) return NaN;
		number = number * 10 + digit;
	}
	return number;
}
function rangeOf(year, month, day) {
	if (month === 0) return day === 0 ? {
		earliest: dateOf(year, 1, 1),
		latest: dateOf(year, 12, 31)
	} : void 0;
	const length = daysInMonth(year, month);
	if (day > length) return void 0;
	if (day === 0) return {
		earliest: dateOf(year, month, 1),
		latest: dateOf(year, month, length)
	};
	const only = dateOf(year, month, day);
	return {
		earliest: only,
		latest: only
	};
}
// libs/record/src/remembering.ts
const MOST = 5e3;
function remembering(read, most = MOST) {
	const answers = new Map();
	return (text) => {
		const known = answers.get(text);
		if (known !== void 0) return known;
		if (answers.size >= most) return Object.freeze(read(text));
		const own = ownCopy(text);
		const answer = Object.freeze(read(own));
		answers.set(own, answer);
		return answer;
	};
}
function ownCopy(text) {
	return text.length < SHORTEST_CUT ? text : JSON.parse(JSON.stringify(text));
}
const SHORTEST_CUT = 13;
// libs/record/src/same-count.ts
const SETTLING = [
	"convicted",
	"not_convicted",
	"relieved",
	"reduced"
];
function isSettledElsewhere(cycle, step, count) {
	return cycle.steps.some((other) => {
		if (other.kind !== "court" || other === step) return false;
		const kinds = other.order > step.order ? SETTLING : ["convicted", "reduced"];
		return other.counts.some((candidate) => candidate.dispositions.some(({ kind }) => kinds.includes(kind)) && isSameCount$1(step, count, other, candidate));
	});
}
function isSameCount$1(step, count, otherStep, other) {
	const caseNumber = caseNumberOf(step, count);
	if (caseNumber === "" || caseNumber !== caseNumberOf(otherStep, other)) return false;
	if (numberOf(count) !== numberOf(other)) return false;
	const sections = sectionsOf$1(count);
	return sectionsOf$1(other).some((section) => sections.includes(section));
}
function numberOf(count) {
	return count.order.slice(6, 9);
}
function caseNumberOf(step, count) {
	const own = firstNumber(count);
	if (own !== "") return own;
	for (const other of step.counts) {
		const number = firstNumber(other);
		if (number !== "") return number;
	}
	return "";
}
function firstNumber({ rows }) {
	for (const row of rows) {
		const number = textOf(row, "OFN");
		if (number !== "") return number;
	}
	return "";
}
function sectionsOf$1({ charged, offense }) {
	return [...charged.references, ...offense.references].map(({ section }) => section);
}
// libs/record/src/convictions.ts
function convictionsOf(cycles) {
	const uses = new Map();
	const convictions = [];
	for (const cycle of cycles) for (const step of cycle.steps) {
		if (step.kind !== "court") continue;
		for (const count of step.counts) {
			const caseNumber = caseNumberOf(step, count);
			const written = textOf(decidingRow(count), "STP_EVENT_DATE");
			const base = keyOf(caseNumber, count, written);
			const use = (uses.get(base) ?? 0) + 1;
			uses.set(base, use);
			const how = howConvicted(cycle, step, count, caseNumber);
			if (how === "not") continue;
			convictions.push({
				key: use === 1 ? base : `${base}#${use}`,
				certain: how === "certain",
				cycle,
				step,
				count,
				caseNumber,
				county: step.agency.county,
				date: parseDojDate(written) ?? step.date
			});
		}
	}
	return convictions;
}
function concernsCounty({ county: court }, county) {
	return court === "" || court === county.trim().toUpperCase();
}
function howConvicted(cycle, step, count, caseNumber) {
	if (isConvicted(count)) return "certain";
	if (!isReduced(count)) return mayBeConvicted(cycle, step, count) ? "perhaps" : "not";
	if (isCaseConvicted(cycle, caseNumber)) return "not";
	return mayCaseBeConvictedBeside(cycle, caseNumber, count) ? "perhaps" : "certain";
}
function isConvicted({ disposition }) {
	return disposition.kind === "convicted";
}
function isReduced({ dispositions }) {
	return dispositions.some(({ kind }) => kind === "reduced");
}
function mayBeConvicted(cycle, step, count) {
	return count.disposition.kind === "unknown" && !isReduced(count) && !isSettledElsewhere(cycle, step, count);
}
function isCaseConvicted(cycle, caseNumber) {
	return cycle.steps.some((step) => step.kind === "court" && step.counts.some((count) => isConvicted(count) && caseNumberOf(step, count) === caseNumber));
}
function mayCaseBeConvictedBeside(cycle, caseNumber, reduced) {
	return cycle.steps.some((step) => step.kind === "court" && step.counts.some((count) => count !== reduced && caseNumberOf(step, count) === caseNumber && mayBeConvicted(cycle, step, count)));
}
function keyOf(caseNumber, count, date) {
	return `${caseNumber}|${numberOf(count)}|${writtenSection(count.offense.text)}|${date}`;
}
const writtenSection = remembering((offense) => (offense.split("-", 1)[0] ?? "").trim().replace(/\s+/g, " ").toUpperCase());
function decidingRow(count) {
	const { line } = count.disposition.cell;
	return count.rows.find((row) => row.line === line) ?? count.rows[0];
}
// libs/record/src/disposition.ts
const shippedDispositions = Object.entries({
	convicted: [
		"CONVICTED",
		"CONVICTED-CONDITIONAL SENTENCE",
		"CONVICTED-CRC",
		"CONVICTED-CTS",
		"CONVICTED-CYA",
		"CONVICTED-DEATH",
		"CONVICTED-FINE",
		"CONVICTED-IMPOSITION OF SENTENCE SUSPENDED",
		"CONVICTED-JAIL",
		"CONVICTED-JAIL/FINE",
		"CONVICTED-JAIL SS",
		"CONVICTED-LIFE",
		"CONVICTED-NO SENTENCE",
		"CONVICTED-OTHER",
		"CONVICTED-PRISON",
		"CONVICTED-PRISON/FINE",
		"CONVICTED-PRISON SS",
		"CONVICTED-PROB",
		"CONVICTED-PROB/FINE",
		"CONVICTED-PROB/JAIL",
		"CONVICTED-PROB/JAIL/FINE",
		"CONVICTED-PROBATION",
		"CONVICTED-PROBATION/FINE",
		"CONVICTED-PROBATION/JAIL",
		"CONVICTED-PROBATION/JAIL/FINE",
		"CONVICTED-SENTENCE SUSPENDED",
		"CONVICTED-SENT SUSP",
		"CONVICTED-SPLIT SENTENCE",
		"CONVICTED-TIME SERVED",
		"CONVICTED-WORK RELEASE",
		"CONVICTED-1170(H) PC",
		"CONVICTED BY COURT",
		"CONVICTED BY JURY",
		"CONVICTED BY PLEA",
		"CONVICTED-GUILTY PLEA",
		"CONVICTED-NOLO CONTENDERE",
		"CONVICTED-NO CONTEST",
		"FOUND GUILTY",
		"GUILTY",
		"PLED GUILTY",
		"PLED NOLO CONTENDERE"
	],
	not_convicted: [
		"ACQUITTED",
		"ACQUITTED-INSANITY",
		"NOT GUILTY",
		"NOT GUILTY BY REASON OF INSANITY",
		"DISMISSED",
		"DISMISSED/CHARGE DROPPED",
		"DISMISSED/CHARGES DROPPED",
		"DISMISSED/DELAYED PROSECUTION",
		"DISMISSED/DIVERSION",
		"DISMISSED/DIVERSION COMPLETED",
		"DISMISSED/FURTHERANCE OF JUSTICE",
		"DISMISSED/FOJ",
		"DISMISSED/INSUFFICIENT EVIDENCE",
		"DISMISSED/LACK OF EVIDENCE",
		"DISMISSED/LACK OF PROBABLE CAUSE",
		"DISMISSED/PLEA TO OTHER CHARGE",
		"DISMISSED/UNABLE TO LOCATE WITNESS",
		"DISMISSED-995 PC",
		"DISMISSED-1000.3 PC",
		"DISMISSED-1382 PC",
		"DISMISSED-1385 PC",
		"DISM-PLEA TO OTHER COUNT",
		"DISMISSED-PLEA TO OTHER CHARGE",
		"DISMISSED-PLEA TO OTHER COUNT",
		"DIVERSION COMPLETED-DISMISSED",
		"CHARGE DROPPED",
		"CHARGES DROPPED",
		"COMPLAINT WITHDRAWN",
		"NO COMPLAINT FILED",
		"NO BILL",
		"NOLLE PROSEQUI",
		"PROS REJ",
		"PROS REJ-*",
		"PROSECUTOR REJECTED*",
		"DA REJECT*",
		"REJECTED BY DA",
		"RELEASED",
		"REL/DET ONLY",
		"REL/DETENTION ONLY",
		"REL/DET ONLY-*",
		"RELEASED/DETENTION ONLY",
		"RELEASED-849(B)(1) PC",
		"RELEASED-849(B)(2) PC",
		"RELEASED-849(B)(3) PC",
		"849(B)(1) PC",
		"849(B)(2) PC",
		"PETITION DISMISSED",
		"PETITION NOT SUSTAINED"
	],
	relieved: [
		"CONV SET ASIDE",
		"CONV SET ASIDE & DISM",
		"CONV SET ASIDE & DISM PER 1203.4 PC",
		"CONV SET ASIDE & DISM PER 1203.4A PC",
		"CONV SET ASIDE & DISM PER 1203.41 PC",
		"CONV SET ASIDE & DISM PER 1203.42 PC",
		"CONV SET ASIDE & DISM PER 1203.425 PC",
		"CONV SET ASIDE & DISM PER 1203.43 PC",
		"CONV SET ASIDE & DISM PER 1203.45 PC",
		"CONV SET ASIDE AND DISM PER 1203.4 PC",
		"CONV SET ASIDE AND DISM PER 1203.4A PC",
		"CONV SET ASIDE AND DISM PER 1203.41 PC",
		"CONVICTION SET ASIDE",
		"CONVICTION SET ASIDE AND DISMISSED",
		"CONVICTION SET ASIDE AND DISMISSED PER 1203.4 PC",
		"CONVICTION SET ASIDE AND DISMISSED PER 1203.4A PC",
		"CONVICTION SET ASIDE AND DISMISSED PER 1203.41 PC",
		"SET ASIDE & DISMISSED PER 1203.4 PC",
		"SET ASIDE & DISMISSED PER 1203.4A PC",
		"SET ASIDE & DISMISSED PER 1203.41 PC",
		"DISMISSED PER 1203.4 PC",
		"DISMISSED PER 1203.4A PC",
		"DISMISSED PER 1203.41 PC",
		"DISMISSED PER 1203.425 PC",
		"DISM PER 1203.4 PC",
		"DISM PER 1203.4A PC",
		"DISM PER 1203.41 PC",
		"RELIEF GRANTED PER 1203.4 PC",
		"RELIEF GRANTED PER 1203.4A PC",
		"RELIEF GRANTED PER 1203.41 PC",
		"RELIEF GRANTED PER 1203.425 PC",
		"PROB TERM & DISM PER 1203.4 PC",
		"DISMISSED PER 11361.8 HS",
		"DISMISSED PER 11361.9 HS",
		"DISMISSED & SEALED PER 11361.8 HS",
		"DISMISSED & SEALED PER 11361.9 HS",
		"DISMISSED AND SEALED PER 11361.8 HS",
		"DISMISSED AND SEALED PER 11361.9 HS",
		"CONV DISMISSED PER 11361.8 HS",
		"CONV DISMISSED PER 11361.9 HS",
		"RECALLED & DISMISSED PER 11361.8 HS",
		"CONV DISM & SEALED PER 11361.8 HS",
		"CONV SEALED PER 11361.8 HS",
		"CONV SEALED PER 11361.9 HS",
		"CONV VACATED",
		"CONV VACATED PER 1473.7 PC",
		"CONV VACATED PER 236.14 PC",
		"CONVICTION VACATED",
		"VACATED",
		"VACATED & DISMISSED",
		"JUDGMENT VACATED",
		"CONV REVERSED",
		"CONVICTION REVERSED",
		"REVERSED ON APPEAL",
		"CONV SEALED PER 851.8 PC",
		"PARDONED",
		"PARDON GRANTED"
	],
	reduced: [
		"CONV REDUCED TO MISD",
		"CONV REDUCED TO INFRACTION",
		"CONV REDUCED TO MISD PER 17 PC",
		"CONV REDUCED TO MISD PER 17(B) PC",
		"CONV REDUCED TO MISD PER 1170.18 PC",
		"CONV REDUCED TO MISD PER 11361.8 HS",
		"CONVICTION REDUCED TO MISDEMEANOR",
		"CONVICTION REDUCED TO MISDEMEANOR PER 17(B) PC",
		"CONVICTION REDUCED TO MISDEMEANOR PER 1170.18 PC",
		"REDUCED TO MISD",
		"REDUCED TO MISD PER 17 PC",
		"REDUCED TO MISD PER 17(B) PC",
		"REDUCED TO MISD PER 1170.18 PC",
		"REDUCED TO MISDEMEANOR",
		"REDUCED TO MISDEMEANOR PER 17(B) PC",
		"REDUCED TO MISDEMEANOR PER 1170.18 PC",
		"REDUCED TO INFRACTION",
		"FELONY REDUCED TO MISDEMEANOR",
		"FEL REDUCED TO MISD PER 17(B) PC",
		"DECLARED MISD PER 17(B) PC",
		"DECLARED MISDEMEANOR PER 17(B) PC",
		"REDESIGNATED MISD PER 1170.18 PC",
		"REDESIGNATED MISD PER 11361.8 HS",
		"REDESIGNATED MISDEMEANOR PER 11361.8 HS",
		"REDESIGNATED INFRACTION PER 11361.8 HS",
		"RESENTENCED PER 1170.18 PC",
		"RESENTENCED PER 11361.8 HS",
		"RESENTENCED TO MISD PER 1170.18 PC"
	],
	other: [
		"REL/TOT OTHER JURIS/AUTH",
		"REL/TOT OTHER JURISDICTION",
		"TOT OTHER JURIS/AUTH",
		"TURNED OVER TO",
		"TURNED OVER TO OTHER AGENCY",
		"PROBATION REVOKED",
		"PROB REVOKED",
		"PROB REV",
		"PROB REV-JAIL",
		"PROB REV-PRISON",
		"PROB REVOKED/REINSTATED",
		"PROBATION REVOKED/REINSTATED",
		"PROBATION REINSTATED",
		"PROB REINSTATED",
		"PROBATION MODIFIED",
		"PROB MODIFIED",
		"PROBATION EXTENDED",
		"PROBATION TERMINATED",
		"PROB TERMINATED",
		"PAROLE REVOKED",
		"SENTENCE MODIFIED",
		"SENT MODIFIED",
		"SENTENCE AMENDED",
		"SENTENCE IMPOSED",
		"SENTENCE RECALLED",
		"RESENTENCED",
		"CERT OF REHABILITATION",
		"CERTIFIED TO SUPERIOR COURT",
		"HELD TO ANSWER",
		"REMANDED",
		"REMANDED TO JUVENILE COURT",
		"TRANSFERRED",
		"CASE TRANSFERRED",
		"CHANGE OF VENUE",
		"CONSOLIDATED",
		"CONSOLIDATED WITH OTHER CASE",
		"ADJUDGED WARD",
		"PETITION SUSTAINED",
		"WARDSHIP TERMINATED",
		"REGISTERED",
		"DECEASED",
		"RECEIVED",
		"DISCHARGED",
		"PAROLED"
	],
	pending: [
		"PENDING",
		"CASE PENDING",
		"CONTINUED",
		"COMPLAINT FILED",
		"PROS REF",
		"REFERRED TO PROSECUTOR",
		"DIVERSION",
		"DIVERTED",
		"DIVERSION-1000 PC",
		"DEFERRED ENTRY OF JUDGMENT",
		"DEFERRED ENTRY OF JUDGMENT-1000 PC",
		"PROCEEDINGS SUSPENDED",
		"CRIMINAL PROCEEDINGS SUSPENDED",
		"MENTALLY INCOMPETENT-1368 PC",
		"BENCH WARRANT ISSUED",
		"WARRANT ISSUED",
		"FAILED TO APPEAR",
		"FTA",
		"BAIL FORFEITED",
		"OFF CALENDAR"
	]
}).flatMap(([kind, wordings]) => wordings.map((wording) => ({
	wording,
	kind
})));
function normalWording(text) {
	return text.toUpperCase().replace(/\s+/g, " ").replace(/ ?([-/]) ?/g, "$1").trim();
}
function readDispositions(extra = []) {
	const exact = new Map();
	const prefixes = new Map();
	for (const { wording, kind } of [...shippedDispositions, ...extra]) {
		const normal = normalWording(wording);
		if (normal === "" || normal === "*") throw new RangeError("the wording of a disposition is empty");
		if (normal.endsWith("*")) prefixes.set(normal.slice(0, -1), kind);
		else exact.set(normal, kind);
	}
	const byLength = [...prefixes].sort(([a], [b]) => b.length - a.length);
	return { kindOf: (cell) => {
		const text = cellText(cell);
		const plain = exact.get(text);
		if (plain || text === "") return plain ?? "unknown";
		const normal = normalWording(text);
		return exact.get(normal) ?? byLength.find(([prefix]) => normal.startsWith(prefix))?.[1] ?? "unknown";
	} };
}
// libs/record/src/place-rows.ts
var Groups = class {
	constructor() {
		this.inOrder = [];
		this.#isAscending = true;
	}
	#byKey;
	#isAscending;
	find(key) {
		const last = this.inOrder.at(-1);
		if (last === void 0 || last.key === key) return last;
		if (this.#isAscending && isAfter(key, last.key)) return void 0;
		this.#byKey ??= new Map(this.inOrder.map((group) => [group.key, group]));
		return this.#byKey.get(key);
	}
	add(group) {
		const last = this.inOrder.at(-1);
		if (last !== void 0 && !isAfter(group.key, last.key)) this.#isAscending = false;
		this.inOrder.push(group);
		this.#byKey?.set(group.key, group);
		return group;
	}
	sorted() {
		if (!this.#isAscending) this.inOrder.sort((a, b) => isAfter(a.key, b.key) ? 1 : -1);
		return this.inOrder;
	}
};
function isAfter(key, other) {
	if (key === "") return true;
	return other !== "" && key > other;
}
function placeRows(rows) {
	const cycles = new Groups();
	for (const row of rows) {
		const count = textOf(row, "CNT_ORDER");
		const cycleKey = count === "" ? cycleOf(row) : count.slice(0, 3);
		const stepKey = count === "" ? unnumberedStep(row) : count.slice(0, 6);
		const cycle = cycles.find(cycleKey) ?? cycles.add({
			key: cycleKey,
			rows: [],
			steps: new Groups()
		});
		const stepOrder = count === "" ? cycleKey : stepKey;
		const step = cycle.steps.find(stepKey) ?? cycle.steps.add({
			key: stepKey,
			order: stepOrder,
			counts: new Groups()
		});
		(step.counts.find(count) ?? step.counts.add({
			key: count,
			rows: []
		})).rows.push(row);
		cycle.rows.push(row);
	}
	return cycles.sorted().map((cycle) => ({
		order: cycle.key,
		rows: cycle.rows,
		steps: cycle.steps.sorted().map(({ counts, order }) => ({
			order,
			counts: counts.sorted().map((each) => each.rows)
		}))
	}));
}
function cycleOf(row) {
	return /^\d{3}/.exec(textOf(row, "CYC_ORDER"))?.[0] ?? "";
}
function unnumberedStep(row) {
	return `~${textOf(row, "STP_ORDER")}|${textOf(row, "STP_TYPE_DESCR")}|${textOf(row, "STP_EVENT_DATE")}`;
}
// libs/record/src/statute/codes.ts
const STATUTE_CODES = {
	HS: "Health and Safety Code",
	PC: "Penal Code",
	VC: "Vehicle Code",
	BP: "Business and Professions Code",
	WI: "Welfare and Institutions Code",
	MV: "Military and Veterans Code",
	GC: "Government Code",
	FG: "Fish and Game Code",
	FA: "Food and Agricultural Code",
	FC: "Family Code",
	UI: "Unemployment Insurance Code",
	RT: "Revenue and Taxation Code",
	IC: "Insurance Code",
	LC: "Labor Code",
	EC: "Education Code",
	EL: "Elections Code",
	CC: "Corporations Code",
	CI: "Civil Code",
	CP: "Code of Civil Procedure",
	FI: "Financial Code",
	HN: "Harbors and Navigation Code",
	PR: "Public Resources Code",
	PU: "Public Utilities Code",
	SH: "Streets and Highways Code",
	WC: "Water Code",
	MC: "municipal code",
	CO: "county ordinance",
	LO: "local ordinance",
	US: "United States Code",
	MCL: "Michigan Compiled Laws"
};
const WRITTEN_OUT = {
	HSC: "HS",
	CPC: "PC",
	CVC: "VC",
	BPC: "BP",
	WIC: "WI",
	MVC: "MV",
	USC: "US"
};
function statuteCode(word) {
	if (Object.hasOwn(STATUTE_CODES, word)) return word;
	if (Object.hasOwn(WRITTEN_OUT, word)) return WRITTEN_OUT[word];
	return /^[A-Z]{2,4}MC$/.test(word) ? "MC" : void 0;
}
// libs/record/src/statute/tokens.ts
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)([A-Z]*)|\(([A-Z0-9]{1,4})\)|(AND\b|[/&;,+])|([A-Z]+)|(\S))/y;
const JOINED_CODES = [
	[/(?<![A-Z])H *[&/] *S(?:C)?(?![A-Z])/g, "HS"],
	[/(?<![A-Z])B *[&/] *P(?:C)?(?![A-Z])/g, "BP"],
	[/(?<![A-Z])W *[&/] *I(?:C)?(?![A-Z])/g, "WI"]
];
function tokensOf(text) {
	const source = JOINED_CODES.reduce((joined, [form, code]) => joined.replace(form, ` ${code} `), text);
	const tokens = [];
	TOKEN.lastIndex = 0;
	for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
		const [, number, letters = "", subdivision, separator, word, other] = match;
		if (number !== void 0) tokens.push(...numberTokens(number, letters));
		else if (subdivision !== void 0) tokens.push({
			kind: "subdivision",
			name: subdivision.toLowerCase()
		});
		else if (separator !== void 0) tokens.push({ kind: "separator" });
		else tokens.push(wordToken(word ?? other ?? ""));
	}
	return tokens;
}
function wordToken(text) {
	const code = statuteCode(text);
	return code ? {
		kind: "code",
		code
	} : {
		kind: "word",
		text
	};
}
function numberTokens(number, letters) {
	for (const own of [
		0,
		1,
		2
	]) {
		const code = statuteCode(letters.slice(own));
		if (code) return [sectionToken(number, letters.slice(0, own)), {
			kind: "code",
			code
		}];
	}
	if (letters.length <= 2) return [sectionToken(number, letters)];
	return [{
		kind: "word",
		text: number + letters
	}];
}
function sectionToken(number, letters) {
	const isLong = number.split(".", 1)[0]?.length === 5;
	if (letters === "") return {
		kind: "section",
		section: number,
		subdivisions: []
	};
	if (isLong) return {
		kind: "section",
		section: number,
		subdivisions: letters.toLowerCase().split("")
	};
	return {
		kind: "section",
		section: number + letters.toLowerCase(),
		subdivisions: []
	};
}
// libs/record/src/statute/citation.ts
const PREFIXES = {
	"664": "attempt",
	"182": "conspiracy",
	"32": "accessory"
};
function readCitation(text) {
	const trimmed = text.trim();
	const items = itemsOf(tokensOf(trimmed));
	if (!items || items.length === 0 || items.some(isNoSection)) return {
		references: [],
		unparsed: trimmed
	};
	return { references: withPrefixes(items) };
}
function isNoSection(item) {
	return item.code === void 0 && /^\d{1,2}(?!\d)/.test(item.section) && !Object.hasOwn(PREFIXES, item.section);
}
function itemsOf(tokens) {
	const items = [];
	let codeAhead;
	let afterSeparator = false;
	for (const [position, token] of tokens.entries()) {
		const last = items.at(-1);
		const next = tokens[position + 1];
		if (token.kind === "section") {
			if (last?.code === "US" && last.hasOwnCode && !afterSeparator) last.section += `-${token.section}`;
			else items.push({
				...newItem(token.section, codeAhead),
				subdivisions: [...token.subdivisions]
			});
		} else if (token.kind === "subdivision") {
			if (!last) return void 0;
			if (afterSeparator) items.push({
				...newItem(last.section, codeAhead),
				subdivisions: [token.name]
			});
			else last.subdivisions.push(token.name);
		} else if (token.kind === "code") {
			if (next?.kind === "section" && (!last || last.code !== void 0) && token.code !== "US") codeAhead = token.code;
			else if (!last || afterSeparator) return void 0;
			else closeList(items, token.code);
		} else if (token.kind === "word") {
			if (!last) return void 0;
			return /^[A-Z]/.test(token.text) && !(afterSeparator && last.code === void 0) || last.code !== void 0 ? items : void 0;
		}
		afterSeparator = token.kind === "separator";
	}
	return afterSeparator && items.at(-1)?.code === void 0 ? void 0 : items;
}
function newItem(section, code) {
	return {
		section,
		subdivisions: [],
		code,
		hasOwnCode: code !== void 0
	};
}
function closeList(items, code) {
	for (const item of items) item.code ??= code;
	const last = items.at(-1);
	if (last) last.hasOwnCode = true;
}
function withPrefixes(items) {
	const rest = [...items];
	const made = {};
	for (let first = rest[0]; first && rest.length > 1; first = rest[0]) {
		const prefix = prefixOf(first);
		if (!prefix) break;
		made[prefix] = true;
		rest.shift();
	}
	const offenses = rest.filter((item) => !(rest.length > 1 && prefixOf(item) === "attempt"));
	if (offenses.length < rest.length) made.attempt = true;
	return offenses.map(({ section, subdivisions, code }) => ({
		code,
		section,
		subdivisions,
		...made
	}));
}
function prefixOf(item) {
	if (item.hasOwnCode && item.code !== "PC") return void 0;
	return Object.hasOwn(PREFIXES, item.section) ? PREFIXES[item.section] : void 0;
}
// libs/record/src/statute/embedded.ts
const NUMBER = String.raw`\d{2,6}(?:\.\d+)?[A-Z]{0,2}?(?: *\([A-Z0-9]{1,4}\))*`;
const CODE = String.raw`(?:HSC?|C?PC|C?VC|BPC?|WIC?|MVC?|GC|FG|UI|RT|MCL|H *[&/] *SC?|B *[&/] *PC?|W *[&/] *IC?)(?![A-Z])`;
const CODE_LAST = new RegExp(String.raw`(?<![\d.])${NUMBER}(?: *[/&,] *${NUMBER}){0,5} *${CODE}`, "g");
const CODE_FIRST = new RegExp(String.raw`(?<![A-Z])${CODE} *${NUMBER}(?![\d.])`, "g");
const PROCEDURAL = [
	/^PC (?:17|849|1000|1001|1016|1170|1203|1210|1385|1473|1538|4852)(?:\.|$)/,
	/^PC 851\./,
	/^HS 1136(?:1\.[589])/
];
function embeddedReferences(text) {
	return (text.match(CODE_LAST) ?? text.match(CODE_FIRST) ?? []).flatMap((citation) => readCitation(citation).references).filter((reference) => !isProcedural(reference));
}
function isProcedural({ code, section }) {
	return PROCEDURAL.some((form) => form.test(`${code} ${section}`));
}
// libs/record/src/statute/read-offense.ts
const SEE_COMMENT = /^SEE\s+COMMENTS?(?:\s+FOR\s+CHARGES?)?\.?$/i;
function isInComment(description) {
	return description === "" || SEE_COMMENT.test(description);
}
function readOffense(row, column) {
	const description = textOf(row, column);
	if (!isInComment(description)) return offenseText(row, column, "description", description, readDescription(description));
	const comment = textOf(row, "COMMENT_TEXT");
	return offenseText(row, "COMMENT_TEXT", "comment", comment, readComment(comment));
}
function commentCharges(row) {
	const description = textOf(row, "OFFENSE_DESCR");
	const comment = textOf(row, "COMMENT_TEXT");
	if (comment === "" || isInComment(description)) return void 0;
	const named = embeddedReferences(comment.toUpperCase());
	if (named.length === 0) return void 0;
	const known = readDescription(description).references.map(statuteText);
	const references = named.filter((one) => !known.includes(statuteText(one)));
	if (references.length === 0) return void 0;
	return offenseText(row, "COMMENT_TEXT", "comment", comment, { references });
}
function statuteText(reference) {
	const made = [
		reference.attempt ? "attempt of " : "",
		reference.conspiracy ? "conspiracy to " : "",
		reference.accessory ? "accessory to " : ""
	];
	const subdivisions = reference.subdivisions.map((name) => `(${name})`).join("");
	return `${made.join("")}${reference.code ? `${reference.code} ` : ""}${reference.section}${subdivisions}`;
}
const readDescription = remembering((text) => {
	const capitals = text.toUpperCase();
	const dash = capitals.indexOf("-");
	if (dash < 0) return readCitation(capitals);
	const citation = readCitation(capitals.slice(0, dash));
	const further = capitals.slice(dash).match(/[/&;+,] *\d.*$/)?.[0].slice(1);
	if (citation.references.length === 0 || !further) return citation;
	return { references: [...citation.references, ...embeddedReferences(further)] };
});
const readComment = remembering((text) => {
	const capitals = text.toUpperCase();
	const references = embeddedReferences(capitals);
	return references.length > 0 ? { references } : readCitation(capitals.split("-", 1)[0] ?? "");
});
function offenseText(row, column, source, text, citation) {
	return {
		text,
		cell: {
			line: row.line,
			column
		},
		source,
		...citation
	};
}
// libs/record/src/read-count.ts
function readCount(rows, dictionary) {
	const first = rows[0];
	const charged = readOffense(rows.find(saysOffense) ?? first, "OFFENSE_DESCR");
	const dispositions = dispositionsOf(rows, dictionary);
	const disposition = decidingOf(dispositions) ?? unread(first);
	const offense = convictedOf(rows, charged);
	return new ReadCount({
		order: textOf(first, "CNT_ORDER"),
		rows,
		charged,
		offense,
		disposition,
		dispositions
	});
}
var ReadCount = class {
	#charges;
	constructor({ charged, disposition, dispositions, offense, order, rows }) {
		this.order = order;
		this.rows = rows;
		this.charged = charged;
		this.offense = offense;
		this.disposition = disposition;
		this.dispositions = dispositions;
	}
	get commentCharges() {
		this.#charges ??= { found: chargesInComments(this.rows) };
		return this.#charges.found;
	}
};
function saysOffense(row) {
	return !isInComment(textOf(row, "OFFENSE_DESCR")) || textOf(row, "COMMENT_TEXT") !== "";
}
function convictedOf(rows, charged) {
	const pleaded = rows.find((row) => textOf(row, "CONV_OFFENSE_DESCR") !== "");
	if (!pleaded) return charged;
	const convicted = readOffense(pleaded, "CONV_OFFENSE_DESCR");
	return convicted.text.toUpperCase() === charged.text.toUpperCase() ? charged : convicted;
}
function dispositionsOf(rows, dictionary) {
	const found = [];
	for (const row of rows) {
		const text = textOf(row, "DISP_DESCR");
		if (text === "") continue;
		found.push({
			kind: dictionary.kindOf(text),
			text,
			cell: {
				line: row.line,
				column: "DISP_DESCR"
			}
		});
	}
	return found;
}
function unread({ line }) {
	return {
		kind: "unknown",
		text: "",
		cell: {
			line,
			column: "DISP_DESCR"
		}
	};
}
function decidingOf(dispositions) {
	if (dispositions.length < 2) return dispositions[0];
	const first = (...kinds) => dispositions.find(({ kind }) => kinds.includes(kind));
	const convicted = first("convicted");
	if (convicted || first("reduced")) return convicted ?? dispositions[0];
	return first("not_convicted", "relieved") ?? first("unknown") ?? dispositions[0];
}
function chargesInComments(rows) {
	for (const row of rows) {
		const charges = commentCharges(row);
		if (charges) return charges;
	}
}
// libs/record/src/build-history.ts
const SHIPPED = readDispositions();
const STEP_KINDS = {
	"ARREST/DETAINED/CITED": "arrest",
	ARREST: "arrest",
	"COURT ACTION": "court",
	COURT: "court",
	REGISTRATION: "registration",
	DECEASED: "deceased"
};
function buildHistory(rows, dispositions = SHIPPED) {
	const inFile = [...rows].sort((a, b) => a.line - b.line);
	const cycles = placeRows(inFile).map((cycle) => ({
		order: cycle.order,
		date: firstDate([cycle.rows], "CYC_DATE"),
		steps: cycle.steps.map((step) => stepOf(step, dispositions))
	}));
	return {
		rows: inFile,
		cycles,
		convictions: convictionsOf(cycles)
	};
}
function stepOf({ counts, order }, dispositions) {
	const [first] = counts[0] ?? [];
	const typeText = first ? textOf(first, "STP_TYPE_DESCR") : "";
	return {
		order,
		kind: STEP_KINDS[typeText] ?? STEP_KINDS[typeText.toUpperCase()] ?? "other",
		typeText,
		date: firstDate(counts, "STP_EVENT_DATE"),
		agency: {
			code: firstText(counts, "STP_ORI_CODE"),
			name: firstText(counts, "STP_ORI_DESCR"),
			county: firstText(counts, "STP_ORI_CNTY_NAME").toUpperCase()
		},
		counts: counts.map((rows) => readCount(rows, dispositions))
	};
}
function firstText(counts, column) {
	for (const rows of counts) for (const row of rows) {
		const text = textOf(row, column);
		if (text !== "") return text;
	}
	return "";
}
function firstDate(counts, column) {
	for (const rows of counts) for (const row of rows) {
		const date = parseDojDate(textOf(row, column));
		if (date) return date;
	}
}
// libs/eligibility/src/canonical.ts
function canonicalJson(value) {
	return isOrdered(value) ? JSON.stringify(value) : written$1(value);
}
function isOrdered(value) {
	if (typeof value !== "object" || value === null) return true;
	if (Array.isArray(value)) return value.every(isOrdered);
	let before = "";
	for (const key in value) {
		if (key < before || !isOrdered(value[key])) return false;
		before = key;
	}
	return true;
}
function written$1(value) {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
	if (typeof value === "object" && value !== null) {
		const record = value;
		const parts = [];
		for (const key of Object.keys(record).sort()) if (record[key] !== void 0) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
		return `{${parts.join(",")}}`;
	}
	return JSON.stringify(value);
}
// libs/eligibility/src/terms/check.ts
const NOTHING_MISSING = [];
function settled(result, value, cells, arithmetic) {
	const check = {
		result,
		value,
		cells,
		missing: NOTHING_MISSING
	};
	return arithmetic === void 0 ? check : {
		...check,
		arithmetic
	};
}
function open(value, missing, arithmetic) {
	const check = {
		result: "unknown",
		value,
		cells: missing.flatMap((each) => each.cells),
		missing
	};
	return arithmetic === void 0 ? check : {
		...check,
		arithmetic
	};
}
function missingOf(name, fact) {
	return fact.state === "known" ? [] : [{
		fact: name,
		why: fact.why,
		cells: fact.cells
	}];
}
function listNamed(lists, name) {
	const list = lists[name];
	if (!list) throw new RangeError(`the policy has no list "${name}"`);
	return list;
}
// libs/eligibility/src/policy/term.ts
const severities = [
	"felony",
	"misdemeanor",
	"infraction"
];
// libs/eligibility/src/words/words.ts
function titleOf({ lists }, name, language) {
	const list = lists[name];
	return (language === "es" ? list?.titleEs : void 0) ?? list?.title ?? name;
}
function joined$1(parts, word) {
	const last = parts.at(-1) ?? "";
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${word} ${last}`;
}
// libs/eligibility/src/words/english.ts
const MONTHS = [...[
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July"
], ...[
	"August",
	"September",
	"October",
	"November",
	"December"
]];
function day(date) {
	return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""} ${Number(date.slice(8))}, ${date.slice(0, 4)}`;
}
function plural(many, word) {
	return `${many} ${word}${many === 1 ? "" : "s"}`;
}
function article(words) {
	if (words.startsWith("other ")) return `an${words}`;
	return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}
function yearsBefore(years) {
	return years === 1 ? "year" : `${years} years`;
}
function ordinal(number) {
	return `${number}${(number % 100 > 10 && number % 100 < 14 ? void 0 : {
		1: "st",
		2: "nd",
		3: "rd"
	}[number % 10]) ?? "th"}`;
}
function list(saying, name) {
	return titleOf(saying, name, "en");
}
function classes(of) {
	return of ? `${joined$1(of, "or")} ` : "";
}
const OPPOSITE_AGE = {
	under: "at_least",
	at_least: "under",
	at_most: "over",
	over: "at_most"
};
function age(was, { compare, years }, { negated }) {
	switch (negated ? OPPOSITE_AGE[compare] : compare) {
		case "under": return `${was.aged} under ${years} ${was.when}`;
		case "at_least": return `${was.aged} ${years} or older ${was.when}`;
		case "at_most": return `${was.happened} on or before the person's ${ordinal(years)} birthday`;
		case "over": return `${was.happened} after the person's ${ordinal(years)} birthday`;
	}
}
const AT_CONVICTION = {
	aged: "the person was",
	happened: "the conviction was",
	when: "at conviction"
};
const AT_OFFENSE = {
	aged: "the person was",
	happened: "the offense was",
	when: "at the offense"
};
const AS_OF = {
	aged: "the person is",
	happened: "the as-of date is",
	when: "on the as-of date"
};
const OPPOSITE_DATE = {
	before: "on_or_after",
	on_or_after: "before",
	after: "on_or_before",
	on_or_before: "after"
};
const DATE = {
	before: "before",
	on_or_before: "on or before",
	after: "after",
	on_or_after: "on or after"
};
const YEARS_BEFORE = {
	before: (years) => `more than ${years}`,
	on_or_before: (years) => `at least ${years}`,
	after: (years) => `less than ${years}`,
	on_or_after: (years) => `at most ${years}`
};
const english = {
	terms: {
		offense: (term, saying) => `the offense is ${saying.negated ? "not " : ""}one of the ${list(saying, term.in)}`,
		severity(term, { negated }) {
			const named = negated ? severities.filter((each) => !term.is.includes(each)) : term.is;
			if (named.length === 0) return "the conviction is of no known severity";
			return `the conviction is ${article(joined$1(named, "or"))}`;
		},
		convicted(term, { negated }) {
			const compare = negated ? OPPOSITE_DATE[term.compare] : term.compare;
			if (term.date !== void 0) return `the person was convicted ${DATE[compare]} ${day(term.date)}`;
			const years = plural(term.yearsBeforeAsOf ?? 0, "year");
			return `the person was convicted ${YEARS_BEFORE[compare](years)} before the as-of date`;
		},
		age_at_conviction: (term, saying) => age(AT_CONVICTION, term, saying),
		age_at_offense(term, saying) {
			const within = term.within === void 0 ? "" : `, taken to be at most ${plural(term.within, "year")} before the arrest`;
			return age(AT_OFFENSE, term, saying) + within;
		},
		age_as_of: (term, saying) => age(AS_OF, term, saying),
		conviction_free(term, { negated }) {
			const conviction = `${classes(term.classes)}conviction`;
			return `the person has ${negated ? article(conviction) : `no ${conviction}`} in the ${yearsBefore(term.years)} before the as-of date`;
		},
		only_convictions_in: (term, saying) => saying.negated ? `a conviction on record is not one of the ${list(saying, term.list)}` : `every conviction on record is one of the ${list(saying, term.list)}`,
		convictions_in(term, saying) {
			const which = `${term.when === "earlier" ? "earlier" : "other"} ${classes(term.classes)}conviction`;
			const section = term.section === "same" ? " of the same section" : "";
			const isOne = term.atLeast === 1;
			const among = term.list === void 0 ? "" : ` ${isOne ? "for one of" : "among"} the ${list(saying, term.list)}`;
			const per = term.per === "case" && !isOne ? ", counting a case once" : "";
			if (isOne) return `the person has ${saying.negated ? `no ${which}` : article(which)}${section}${among}`;
			return `the person has ${saying.negated ? "fewer than" : "at least"} ${term.atLeast} ${which}s${section}${among}${per}`;
		},
		among_first(term, saying) {
			const among = term.list === void 0 ? "" : ` for one of the ${list(saying, term.list)}`;
			return `this ${saying.negated ? "is not" : "is"} among the ${term.most} ${term.order} ${classes(term.classes)}convictions of the person${among}`;
		},
		has_conviction_in(term, saying) {
			const which = term.when === "before" ? "earlier conviction" : "other conviction";
			return `the person has ${saying.negated ? `no ${which}` : article(which)} for one of the ${list(saying, term.list)}`;
		},
		registered: (term, { negated }) => term.when === "before" ? `the person was ${negated ? "not " : ""}registered under PC 290 before this conviction` : `the person is ${negated ? "not " : ""}registered under PC 290`,
		sentences(term, { negated }) {
			const complete = term.are === "complete" !== negated;
			if (term.of !== "this_conviction") return complete ? "every sentence on record is complete" : "a sentence is still being served";
			return `the sentence of this conviction is ${complete ? "complete" : "still being served"}`;
		},
		sentence_ended(term, { negated }) {
			const what = term.parts === "prison" ? "any time in prison for this conviction" : "the sentence of this conviction";
			const years = `${plural(term.years, "year")} before the as-of date`;
			return `${what} ended ${negated ? `less than ${years}, or has not ended` : `at least ${years}`}`;
		},
		deceased: (_term, { negated }) => `the person is ${negated ? "not " : ""}recorded as deceased`,
		agency(term, { inFull, negated }) {
			const [first = "", ...others] = term.in;
			const names = !inFull && others.length > 2 ? `${first} or ${others.length} others that the policy names` : joined$1(term.in, "or");
			return `the prosecutor is ${negated ? "not " : ""}${names}`;
		},
		amount(term, { negated }) {
			return `the amount was ${term.compare === "at_most" !== negated ? "at most" : "more than"} ${term.grams} grams`;
		},
		case_has(term, saying) {
			const what = term.counts === "charged" ? "charge" : "conviction";
			const title = list(saying, term.list);
			if (!saying.negated) return `another ${what} in the case is ${term.offense === "in" ? "" : "not "}one of the ${title}`;
			return term.offense === "in" ? `no other ${what} in the case is one of the ${title}` : `every other ${what} in the case is one of the ${title}`;
		},
		open_case: (_term, { negated }) => `the person has ${negated ? "no" : "an"} open case`,
		relieved(term, { negated }) {
			if (term.how === "ended") return negated ? "the conviction still stands" : "a later order took the conviction away";
			return `the conviction was ${negated ? "not " : ""}reduced`;
		},
		county: (term, { negated }) => `the court is ${negated ? "outside" : "in"} ${joined$1(term.in, "or")}`,
		own_county: (_term, { negated }) => `the court is in ${negated ? "another" : "this"} county`,
		ended_in_conviction: (_term, { negated }) => `the count ${negated ? "did not end" : "ended"} in a conviction`
	},
	outcomes: {
		dismiss: "Dismiss",
		reduce: "Reduce",
		not_eligible: "Not eligible",
		needs_review: "A person reviews it",
		refer: "Refer to the prosecuting agency",
		out_of_scope: "Out of scope"
	},
	orders: {
		dismissal: "",
		dismissal_and_sealing: " and seal",
		recall: " by recalling the sentence",
		redesignation: " by redesignating the conviction"
	},
	or: "or",
	and: "and",
	when: (consequence, condition) => `${consequence} when ${condition}`,
	inEveryCase: (consequence) => `${consequence} in every case`,
	inEveryOtherCase: (consequence) => `${consequence} in every other case`,
	referTo: (agency) => `Refer to ${agency}`,
	neverHolds: "it can never be",
	whereUnknown: (countsAs) => ` (where that is not known, it counts as ${countsAs ? "" : "not "}so)`,
	inForce(from, to) {
		if (from === void 0 && to === void 0) return "";
		return ` (in force${from === void 0 ? "" : ` from ${day(from)}`}${to === void 0 ? "" : ` until ${day(to)}`})`;
	}
};
// libs/eligibility/src/words/say-term.ts
function sayTerm(term, words, saying) {
	const say = words.terms[term.term];
	return say(term, saying);
}
function labelOf(term, negated, lists) {
	return sayTerm(term, english, {
		negated,
		lists,
		inFull: false
	});
}
// libs/eligibility/src/evaluate/compile.ts
const compiledPolicies = new WeakMap();
function compilePolicy(policy, asOf) {
	let byDay = compiledPolicies.get(policy);
	if (!byDay) compiledPolicies.set(policy, byDay = new Map());
	let compiled = byDay.get(asOf);
	if (!compiled) byDay.set(asOf, compiled = compile(policy, asOf));
	return compiled;
}
function compile(policy, asOf) {
	const table = new TermTable();
	const inForce = policy.rules.filter(({ effective }) => (effective?.from ?? asOf) <= asOf && (effective?.to ?? asOf) >= asOf);
	const rules = [...engineRules(policy), ...inForce];
	const compiled = rules.map((rule) => {
		const shown = [];
		const node = new Compiler(policy, table, shown).compile(rule.when, false, "");
		const { id, title, then, cite, legalBasis = policy.legalBasis } = rule;
		return {
			id,
			title,
			then,
			cite,
			legalBasis,
			node,
			shown
		};
	});
	const { legalBasis = policy.legalBasis, ...last } = policy.otherwise;
	const otherwise = {
		...last,
		id: "otherwise",
		legalBasis,
		node: {
			kind: "all",
			nodes: []
		},
		shown: []
	};
	return {
		policy,
		inForce: rules,
		terms: table.terms,
		rules: compiled,
		otherwise,
		inOrder: [...compiled, otherwise]
	};
}
function engineRules(policy) {
	const { county, statutes } = policy.scope;
	const list = policy.lists[statutes];
	const isCalifornian = policy.jurisdiction === "CA";
	return [
		{
			id: "other-county",
			title: county === "any" ? "The conviction is of another county." : `This policy is for ${county} only.`,
			when: { not: county === "any" ? { term: "own_county" } : {
				term: "county",
				in: [county]
			} },
			then: { outcome: "out_of_scope" },
			cite: policy.legalBasis
		},
		{
			id: "scope",
			title: `Not one of the ${list?.title ?? statutes}.`,
			when: { not: {
				term: "offense",
				in: statutes
			} },
			then: { outcome: "out_of_scope" },
			cite: list?.cite ?? policy.legalBasis
		},
		{
			id: "not-convicted",
			title: "The count did not end in a conviction.",
			when: { not: { term: "ended_in_conviction" } },
			then: { outcome: "out_of_scope" },
			cite: isCalifornian ? "PC 689" : policy.legalBasis
		},
		{
			id: "already-relieved",
			title: "A later order already took this conviction away.",
			when: {
				term: "relieved",
				how: "ended"
			},
			then: { outcome: "out_of_scope" },
			cite: isCalifornian ? "PC 1203.4; HS 11361.8" : policy.legalBasis
		}
	];
}
var TermTable = class {
	constructor() {
		this.terms = [];
		this.#indexes = new Map();
	}
	#indexes;
	indexOf(term) {
		const key = canonicalJson(term);
		const known = this.#indexes.get(key);
		if (known !== void 0) return known;
		this.#indexes.set(key, this.terms.length);
		this.terms.push(term);
		return this.terms.length - 1;
	}
};
var Compiler = class {
	#policy;
	#table;
	#shown;
	#groups = 0;
	constructor(policy, table, shown) {
		this.#policy = policy;
		this.#table = table;
		this.#shown = shown;
	}
	compile(condition, negated, group) {
		if ("term" in condition) return this.#term(condition, negated, group);
		if ("not" in condition) return {
			kind: "not",
			node: this.compile(condition.not, !negated, group)
		};
		const kind = "all" in condition ? "all" : "any";
		const parts = "all" in condition ? condition.all : condition.any;
		const asks = kind === "any" === negated ? "all" : "any";
		const inner = asks === "all" && group === "" ? group : this.#groupName(asks, group);
		return {
			kind,
			nodes: parts.map((part) => this.compile(part, negated, inner))
		};
	}
	#groupName(asks, outer) {
		this.#groups += 1;
		return `${outer === "" ? "" : `${outer} / `}${asks} ${this.#groups}`;
	}
	#term(term, negated, group) {
		const index = this.#table.indexOf(term);
		const label = labelOf(term, negated, this.#policy.lists);
		this.#shown.push(group === "" ? {
			index,
			negated,
			label
		} : {
			index,
			negated,
			label,
			group
		});
		return {
			kind: "term",
			index
		};
	}
};
// libs/record/src/packed/what-matters.ts
const PLACE = [
	"CNT_ORDER",
	"CYC_ORDER",
	"STP_ORDER",
	"STP_TYPE_DESCR",
	"PRI_DOB",
	"RACE_DESCR"
];
const EVENT = ["STP_EVENT_DATE", "STP_ORI_DESCR"];
const COURT = [
	"STP_ORI_CNTY_NAME",
	"OFN",
	"OFFENSE_DESCR",
	"OFFENSE_TOC",
	"COMMENT_TEXT"
];
const CONVICTION = [
	"CONV_OFFENSE_DESCR",
	"CONV_OFFENSE_TOC",
	"DISP_DESCR",
	"CONV_STAT_DESCR"
];
const SENTENCE = [
	"SENT_LENGTH",
	"SENT_TIME_CODE",
	"SENT_LOC_DESCR"
];
const columnsThatMatter = [
	...PLACE,
	...EVENT,
	...COURT,
	...CONVICTION,
	...SENTENCE
];
columnsThatMatter.map((name) => COLUMN[name]);
new Array(WIDTH).fill("");
const bitsOf = (columns) => columnsThatMatter.reduce((bits, column, position) => bits | Number(columns.includes(column)) << position, 0);
bitsOf(PLACE);
bitsOf([...PLACE, ...EVENT]), bitsOf(columnsThatMatter), bitsOf(columnsThatMatter);
columnsThatMatter.indexOf("STP_TYPE_DESCR");
columnsThatMatter.indexOf("COMMENT_TEXT");
// libs/record/src/kept-cells.ts
const NEVER_STORED = [
	"PRI_SSN",
	"PRI_CDL",
	"PRI_IDN",
	"PRI_INN",
	"FE_NUM_OOS_INN",
	"FBI_NUMBER",
	"POB_CODE",
	"POB_NAME",
	"POB_TYPE",
	"CITIZENSHIP_LIST"
];
const STORED_APART = ["CII_NUMBER", "PRI_NAME"];
function mayBeStored(name) {
	if (name === "END_OF_REC" || name.endsWith("_SEG_SEP") || name.startsWith("REQ_")) return false;
	return !NEVER_STORED.includes(name) && !STORED_APART.includes(name);
}
const keptColumns = COLUMNS.filter(mayBeStored);
const NUMBERS = [
	"RECORD_ID",
	"SUBJECT_STATUS",
	"SUBJECT_ID"
];
NUMBERS.length - 1;
keptColumns.filter((name) => !NUMBERS.includes(name)).map((name) => COLUMN[name]).reduce((found, index) => {
	const last = found.at(-1);
	if (last?.[1] === index - 1) last[1] = index;
	else found.push([index, index]);
	return found;
}, []);
const mattering = new Set(columnsThatMatter);
Uint8Array.from(COLUMNS, (name) => Number(mattering.has(name)));
new Array(WIDTH).fill("");
// libs/record/src/reading/encoding.ts
const HIGH_CONTROLS = [...[
	"€",
	"",
	"‚",
	"ƒ",
	"„",
	"…",
	"†",
	"‡",
	"ˆ",
	"‰",
	"Š",
	"‹",
	"Œ",
	"",
	"Ž",
	""
], ...[
	"",
	"‘",
	"’",
	"“",
	"”",
	"•",
	"–",
	"—",
	"˜",
	"™",
	"š",
	"›",
	"œ",
	"",
	"ž",
	"Ÿ"
]];
Array.from({ length: 256 }, (_, byte) => byte >= 128 && byte <= 159 ? HIGH_CONTROLS[byte - 128] ?? "" : String.fromCharCode(byte));
new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
WIDTH - 1;
// libs/record/src/reading/scan-line.ts
const TAB = 9;
const QUOTE = 34;
const COMMA = 44;
const IS_COMMA = 1;
const IS_QUOTE = 2;
const IS_CONTROL = 4;
const IS_FOREIGN = 8;
Uint8Array.from({ length: 256 }, (_, byte) => {
	if (byte === COMMA) return IS_COMMA;
	if (byte === QUOTE) return IS_QUOTE;
	if (byte < 32 && byte !== TAB) return IS_CONTROL;
	return byte >= 128 ? IS_FOREIGN : 0;
});
// libs/record/src/packed/packed-history.ts
const INDEXES = columnsThatMatter.map((name) => COLUMN[name]);
new Array(WIDTH).fill("");
INDEXES.map(() => "");
// libs/record/src/statute/historic-aliases.ts
const RECODIFIED = {
	code: "HS",
	replaced: localDate("1973-03-07"),
	cite: "Stats. 1972, ch. 1407 (Uniform Controlled Substances Act)"
};
const LOITERING = localDate("1996-01-01");
const historicAliases = [
	{
		...RECODIFIED,
		section: "11530",
		standsFor: "11357",
		reused: LOITERING
	},
	{
		...RECODIFIED,
		section: "11530.1",
		standsFor: "11358"
	},
	{
		...RECODIFIED,
		section: "11530.5",
		standsFor: "11359"
	},
	{
		...RECODIFIED,
		section: "11531",
		standsFor: "11360",
		reused: LOITERING
	},
	{
		...RECODIFIED,
		section: "11532",
		standsFor: "11360",
		reused: LOITERING
	}
];
// libs/record/src/synthetic/offenses.ts
const felony = (weight, section, words, more = {}) => ({
	weight,
	section,
	words,
	severity: "FELONY",
	...more
});
const misdemeanor = (weight, section, words, more = {}) => ({
	...felony(weight, section, words, more),
	severity: "MISDEMEANOR"
});
const superStrike$1 = { superStrike: true };
const registrable$1 = { registrable: true };
felony(90, "11350(A) HS", "POSSESS NARCOTIC CONTROLLED SUBSTANCE"), felony(40, "11351 HS", "POSS/PURCHASE FOR SALE NARC/CNTL SUB"), felony(35, "11352(A) HS", "TRANSPORT/SELL NARCOTIC/CNTL SUB"), felony(80, "11377(A) HS", "POSSESS CONTROLLED SUBSTANCE"), felony(30, "11378 HS", "POSSESS CONTROLLED SUBSTANCE FOR SALE"), misdemeanor(60, "11550(A) HS", "USE/UNDER INFL CONTROLLED SUBSTANCE"), misdemeanor(45, "11364 HS", "POSSESS UNLAWFUL PARAPHERNALIA"), misdemeanor(4, "11357.5(A) HS", "SELL/ETC SYNTHETIC CANNABINOID"), felony(80, "459 PC", "BURGLARY"), felony(12, "460(A) PC", "BURGLARY:FIRST DEGREE"), misdemeanor(60, "484(A)/490.5 PC", "PETTY THEFT:RETAIL MERCHANDISE"), felony(30, "487(A) PC", "GRAND THEFT:MONEY/LABOR/PROPERTY"), felony(35, "496(A) PC", "RECEIVE/ETC KNOWN STOLEN PROPERTY"), felony(45, "10851(A) VC", "TAKE VEH W/O OWN CONSENT/VEH THEFT"), misdemeanor(60, "23152(A) VC", "DUI ALCOHOL/DRUGS"), misdemeanor(50, "23152(B) VC", "DUI ALCOHOL/0.08 PERCENT"), misdemeanor(60, "14601.1(A) VC", "DRIVE WHILE LIC SUSPENDED/ETC"), misdemeanor(40, "12500(A) VC", "DRIVE W/O LICENSE"), misdemeanor(45, "148(A)(1) PC", "OBSTRUCT/ETC PUBLIC OFFICER/ETC"), misdemeanor(35, "242 PC", "BATTERY"), misdemeanor(30, "243(E)(1) PC", "BAT:SPOUSE/EX SP/DATE/ETC"), felony(40, "273.5(A) PC", "INFLICT CORPORAL INJ SPOUSE/COHAB"), felony(40, "245(A)(1) PC", "FORCE/ADW NOT FIREARM:GBI LIKELY"), felony(25, "211 PC", "ROBBERY"), felony(15, "12021(A)(1) PC", "FELON/ADDICT/POSS/ETC FIREARM"), felony(10, "29800(A)(1) PC", "FELON/ADDICT/POSS/ETC FIREARM"), misdemeanor(30, "647(F) PC", "DISORDERLY CONDUCT:UNDER INFLUENCE"), misdemeanor(12, "647(B) PC", "DISORDERLY CONDUCT:PROSTITUTION"), misdemeanor(20, "602(L) PC", "TRESPASS:OCCUPY PROPERTY W/O CONSENT"), felony(15, "470(D) PC", "FALSE CHECKS/RECORDS/CERTIFICATES/ETC"), felony(10, "476A(A) PC", "INSUFFICIENT FUNDS:CHECKS"), misdemeanor(10, "4140 BP", "POSSESS HYPODERMIC NEEDLE/SYRINGE"), felony(8, "10980(C)(2) WI", "FRAUD TO OBTAIN AID"), misdemeanor(10, "853.7 PC", "FAIL TO APPEAR:WRITTEN PROMISE"), felony(6, "664/459 PC", "ATTEMPTED BURGLARY"), felony(6, "182(A)(1) PC", "CONSPIRACY TO COMMIT CRIME"), felony(5, "32 PC", "ACCESSORY"), felony(6, "422 PC", "CRIMINAL THREATS"), felony(4, "237 PC", "FALSE IMPRISONMENT"), felony(4, "537(A)(2) PC", "DEFRAUDING INNKEEPER"), felony(2.5, "187(A) PC", "MURDER", superStrike$1), felony(1.5, "664/187(A) PC", "ATTEMPTED MURDER", superStrike$1), felony(1.2, "261(A)(2) PC", "RAPE BY FORCE/FEAR/ETC", {
	...superStrike$1,
	...registrable$1
}), felony(2.2, "288(A) PC", "LEWD OR LASCIVIOUS ACTS W/CHILD UNDER 14", {
	...superStrike$1,
	...registrable$1
}), felony(1.5, "243.4(A) PC", "SEXUAL BATTERY", registrable$1), misdemeanor(1.2, "647.6(A) PC", "ANNOY/MOLEST CHILDREN", registrable$1), misdemeanor(1.2, "314(1) PC", "INDECENT EXPOSURE", registrable$1);
const cannabis$1 = (weight, section, words, today, more = {}) => ({
	...felony(weight, section, words),
	cannabis: today,
	...more
});
const asMisdemeanor = { severity: "MISDEMEANOR" };
cannabis$1(90, "11357(A) HS", "POSSESS CONCENTRATED CANNABIS", "11357"), cannabis$1(30, "11357(A) HS", "POSSESS CONCENTRATED CANNABIS", "11357", asMisdemeanor), cannabis$1(60, "11357(B) HS", "POSS MARIJUANA 28.5- GRAMS", "11357", asMisdemeanor), cannabis$1(40, "11357(C) HS", "POSS MARIJUANA OVER 28.5 GRAMS", "11357", asMisdemeanor), cannabis$1(6, "11357(D) HS", "POSS MARIJUANA:SCHOOL:OVER 18", "11357", asMisdemeanor), cannabis$1(12, "11357 HS", "POSSESS MARIJUANA/CONC CANNABIS", "11357"), cannabis$1(150, "11358 HS", "PLANT/CULTIVATE/ETC MARIJUANA/HASH", "11358"), cannabis$1(10, "11358HS", "CULTIVATE MARIJUANA", "11358"), cannabis$1(260, "11359 HS", "POSSESS MARIJUANA/HASHISH FOR SALE", "11359"), cannabis$1(15, "11359HS", "POSSESS MARIJUANA FOR SALE", "11359"), cannabis$1(200, "11360(A) HS", "SELL/FURNISH/ETC MARIJUANA/HASH", "11360"), cannabis$1(25, "11360(B) HS", "GIVE/TRANSPORT/ETC 28.5- GR MARIJ", "11360", asMisdemeanor), cannabis$1(8, "664/11358 HS", "ATT:PLANT/CULTIVATE MARIJUANA", "11358", { made: "attempt" }), cannabis$1(4, "664/11360(A) HS", "ATT:SELL/FURNISH MARIJUANA", "11360", { made: "attempt" }), cannabis$1(4, "182/11360(A) HS", "CONSP:SELL/FURNISH MARIJUANA", "11360", { made: "conspiracy" });
cannabis$1(60, "11530 HS", "POSSESS MARIJUANA", "11357"), cannabis$1(15, "11530.1 HS", "CULTIVATE MARIJUANA", "11358"), cannabis$1(30, "11530.5 HS", "POSSESS MARIJUANA FOR SALE", "11359"), cannabis$1(40, "11531 HS", "SELL/TRANSPORT MARIJUANA", "11360");
localDate("1930-01-01");
localDate("1999-12-31");
// libs/eligibility/src/fact.ts
function known(value, cells) {
	return {
		state: "known",
		value,
		cells
	};
}
function bounded(low, high, why, cells) {
	return {
		state: "bounded",
		low,
		high,
		why,
		cells
	};
}
function unknown(why, cells) {
	return {
		state: "unknown",
		why,
		cells
	};
}
function boundsOf(date) {
	if (date.state === "known") return {
		low: date.value,
		high: date.value
	};
	if (date.state === "bounded") return {
		low: date.low,
		high: date.high
	};
	return {
		low: void 0,
		high: void 0
	};
}
function dateFact(range, what, cells) {
	if (range === void 0) return unknown(`${what} is missing or is not a date`, cells);
	if (range.earliest === range.latest) return known(range.earliest, cells);
	return bounded(range.earliest, range.latest, `${what} is given without its ${missingPart(range)}`, cells);
}
function missingPart(range) {
	return range.earliest.slice(0, 7) === range.latest.slice(0, 7) ? "day" : "month and day";
}
function dateText(date) {
	if (date.state === "known") return date.value;
	if (date.state === "unknown") return "unknown";
	return rangeText(date);
}
function rangeText({ low, high }) {
	if (low !== void 0 && low === high) return low;
	if (low !== void 0 && high !== void 0) return `between ${low} and ${high}`;
	if (low !== void 0) return `${low} or later`;
	return high === void 0 ? "unknown" : `${high} or earlier`;
}
function isBefore(a, b) {
	if (a.high !== void 0 && b.low !== void 0 && a.high < b.low) return true;
	if (a.low !== void 0 && b.high !== void 0 && a.low >= b.high) return false;
	return "unknown";
}
const CELLS_SHOWN = 12;
function cellTexts(cells) {
	const texts = [];
	for (const cell of cells) {
		const text = `${cell.line}:${cell.column}`;
		if (!texts.includes(text)) texts.push(text);
		if (texts.length === CELLS_SHOWN) break;
	}
	return texts;
}
// libs/eligibility/src/evaluate/display.ts
function displayFacts(subject, scope) {
	const { birth, date, event, severity } = subject;
	const { charged, disposition, offense } = event.count;
	const relief = event.relief.state === "known" && event.relief.value.how !== "none" ? event.relief.value.text : void 0;
	const age = date.state === "known" && birth.state === "known" ? yearsBetween(birth.value, date.value) : void 0;
	return {
		caseNumber: event.caseNumber,
		offense: offense.text,
		...charged === offense ? {} : { charged: charged.text },
		section: sectionOf(event, scope),
		severity: severity.state === "known" ? severity.value : "unknown",
		...date.state === "known" ? { date: date.value } : {},
		dateText: dateText(date),
		...age === void 0 ? {} : { ageAtConviction: age },
		disposition: disposition.text,
		...relief === void 0 ? {} : { relief },
		court: textOf(event.row, "STP_ORI_DESCR")
	};
}
function sectionOf(event, scope) {
	const [listed] = event.matches(scope).sections;
	if (listed !== void 0) return listed;
	const [first] = event.count.offense.references;
	return first ? statuteText({
		code: first.code,
		section: first.section,
		subdivisions: []
	}) : "unknown";
}
function yearsBetween(from, to) {
	const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
	return addYears(from, years) > to ? years - 1 : years;
}
// libs/eligibility/src/lists/cannabis.ts
const NO_LONGER_LAW = "had long been replaced as the number of a cannabis offense when the person was convicted";
const YEARS_OF_PROSECUTION = 3;
function historicEntries() {
	return historicAliases.flatMap(({ code, section, standsFor, replaced, reused }) => {
		const entry = {
			statute: `${code} ${section}`,
			nowKnownAs: `${code} ${standsFor}`
		};
		const doubtful = addYears(replaced, YEARS_OF_PROSECUTION);
		const later = {
			...entry,
			from: doubtful,
			may: NO_LONGER_LAW
		};
		return [{
			...entry,
			to: addDays(doubtful, -1)
		}, reused ? {
			...later,
			to: addDays(reused, -1)
		} : later];
	});
}
const entries = [
	{ statute: "HS 11357" },
	{ statute: "HS 11358" },
	{ statute: "HS 11359" },
	{ statute: "HS 11360" },
	...historicEntries()
];
const cannabis = {
	title: "cannabis offenses (HS 11357–11360)",
	titleEs: "delitos de cannabis (HS 11357–11360)",
	cite: "HS 11357–11360; Stats. 1972, ch. 1407",
	asOf: "2026-01-01",
	entries,
	attempts: "counts",
	conspiracies: "counts",
	accessories: "unclear"
};
({ ...cannabis }), entries.filter(({ nowKnownAs, statute }) => ["HS 11357", "HS 11358"].includes(nowKnownAs ?? statute));
// libs/eligibility/src/lists/statute-list.ts
const STATUTE = /^([A-Z]{2,4}) (\d+(?:\.\d+)?[a-z]{0,2})((?:\([a-z0-9]+\))*)$/;
function parseStatute(text) {
	const match = STATUTE.exec(text);
	if (!match) return void 0;
	const [, code = "", section = "", path = ""] = match;
	return {
		code,
		section,
		subdivisions: path === "" ? [] : path.slice(1, -1).split(")(")
	};
}
// libs/eligibility/src/lists/match.ts
const compiledLists = new WeakMap();
function compiled(list) {
	const cached = compiledLists.get(list);
	if (cached) return cached;
	const bySection = new Map();
	for (const entry of list.entries) {
		const statute = parseStatute(entry.statute);
		if (!statute) throw new RangeError(`not a statute: ${entry.statute}`);
		const entries = bySection.get(statute.section);
		if (entries) entries.push({
			entry,
			statute
		});
		else bySection.set(statute.section, [{
			entry,
			statute
		}]);
	}
	compiledLists.set(list, bySection);
	return bySection;
}
function matchOffense(list, offense, date) {
	let unknown;
	const sections = [];
	for (const reference of offense.references) {
		const match = matchReference(list, reference, date);
		if (match.result === true) sections.push(...match.sections.filter((section) => !sections.includes(section)));
		else if (match.result === "unknown") unknown ??= match;
	}
	if (sections.length > 0) return {
		result: true,
		sections
	};
	if (unknown) return unknown;
	if (offense.references.length > 0 && offense.unparsed === void 0) return NO_MATCH;
	return {
		result: "unknown",
		sections: [],
		why: unreadable(offense)
	};
}
const NO_MATCH = {
	result: false,
	sections: []
};
function unreadable(offense) {
	return offense.text === "" ? "the offense is not given" : `the offense "${offense.text}" cannot be read`;
}
function matchReference(list, reference, date) {
	let unknown;
	for (const { entry, statute } of compiled(list).get(reference.section) ?? []) {
		if (reference.code !== void 0 && statute.code !== reference.code) continue;
		const doubt = doubtAbout(list, entry, statute, reference, date);
		if (doubt === "differs") continue;
		const sections = [entry.nowKnownAs ?? `${statute.code} ${statute.section}`];
		if (doubt === void 0) return {
			result: true,
			sections
		};
		unknown ??= {
			result: "unknown",
			sections,
			why: `${statuteText(reference)}: ${doubt}`
		};
	}
	return unknown ?? NO_MATCH;
}
function doubtAbout(list, entry, statute, reference, date) {
	const shared = Math.min(statute.subdivisions.length, reference.subdivisions.length);
	for (let depth = 0; depth < shared; depth += 1) if (statute.subdivisions[depth] !== reference.subdivisions[depth]) return "differs";
	if (entry.exactly && reference.subdivisions.length > statute.subdivisions.length) return "differs";
	const inForce = wasInForce(entry, date);
	if (inForce === false) return "differs";
	const inchoate = inchoateRule(list, entry, reference);
	if (inchoate === "does_not_count") return "differs";
	if (inForce === "unknown") return `counts as ${entry.nowKnownAs ?? entry.statute} only on certain dates`;
	if (reference.code === void 0) return `may be ${entry.statute}, the code of law is not given`;
	if (reference.subdivisions.length < statute.subdivisions.length) return `may be ${entry.statute}`;
	if (entry.may !== void 0) return entry.may;
	return inchoate === "unclear" ? "whether it counts when not completed by the person is not settled" : void 0;
}
function wasInForce(entry, date) {
	if (entry.from === void 0 && entry.to === void 0) return true;
	const { low, high } = boundsOf(date);
	if (entry.from !== void 0 && high !== void 0 && high < entry.from) return false;
	if (entry.to !== void 0 && low !== void 0 && low > entry.to) return false;
	const begun = entry.from === void 0 || low !== void 0 && low >= entry.from;
	const notEnded = entry.to === void 0 || high !== void 0 && high <= entry.to;
	return begun && notEnded ? true : "unknown";
}
function inchoateRule(list, entry, reference) {
	const rules = [];
	if (reference.attempt) rules.push(entry.attempts ?? list.attempts);
	if (reference.conspiracy) rules.push(list.conspiracies);
	if (reference.accessory) rules.push(list.accessories);
	if (rules.includes("does_not_count")) return "does_not_count";
	return rules.includes("unclear") ? "unclear" : "counts";
}
// libs/eligibility/src/lists/registrable.ts
const PURPOSE = "requires registration only when done with a sexual purpose, which the record does not say";
function each$1(...sections) {
	return sections.map((section) => ({ statute: `PC ${section}` }));
}
function onlyFor(...sections) {
	return sections.map((section) => ({
		statute: `PC ${section}`,
		may: PURPOSE
	}));
}
const registrable = {
	title: "offenses that require registration (PC 290)",
	titleEs: "delitos que obligan a inscribirse (PC 290)",
	cite: "PC 290(c)",
	asOf: "2026-01-01",
	entries: [
		...each$1("236.1(b)", "236.1(c)", "243.4", "261", "262(a)(1)", "264.1", "266", "266c", "266h(b)", "266i(b)", "266j"),
		...each$1("267", "269", "285", "286", "287", "288", "288a", "288.2", "288.3", "288.4", "288.5", "288.7", "289"),
		...each$1("311.1", "311.2(b)", "311.2(c)", "311.2(d)", "311.3", "311.4", "311.10", "311.11", "314(1)", "314(2)"),
		...each$1("314.1", "314.2", "647.6", "647a", "653f(c)"),
		...onlyFor("187", "207", "209", "220", "272")
	],
	attempts: "counts",
	conspiracies: "counts",
	accessories: "does_not_count"
};
// libs/eligibility/src/lists/super-strike.ts
const FORCE = "counts only when done by force or threat, or against a young child, which the record does not say";
const SEXUAL_INTENT = "counts only when done with a sexual purpose, which the record does not say";
function each(code, ...sections) {
	return sections.map((section) => ({ statute: `${code} ${section}` }));
}
function bare(...sections) {
	return sections.map((section) => ({
		statute: `PC ${section}`,
		exactly: true
	}));
}
function homicides(...sections) {
	return sections.map((section) => ({
		statute: `PC ${section}`,
		attempts: "counts"
	}));
}
function byForceOrOnChild(section) {
	return [...bare(section), ...each("PC", `${section}(c)(1)`, `${section}(c)(2)`, `${section}(c)(3)`, `${section}(d)`)];
}
const superStrike = {
	title: "super-strikes (PC 667(e)(2)(C)(iv))",
	titleEs: "delitos «super-strike» (PC 667(e)(2)(C)(iv))",
	cite: "PC 667(e)(2)(C)(iv); WIC 6600(b)",
	asOf: "2026-01-01",
	entries: [
		...each("PC", "261", "262", "264.1", "269", "288.5", "220", "209", "209.5"),
		...bare("207"),
		...each("PC", "207(b)"),
		{
			statute: "PC 207",
			may: SEXUAL_INTENT
		},
		...byForceOrOnChild("286"),
		...byForceOrOnChild("287"),
		...byForceOrOnChild("288a"),
		...bare("288", "289"),
		...each("PC", "288(a)", "288(b)", "289(a)", "289(j)"),
		{
			statute: "PC 286(b)",
			may: FORCE
		},
		{
			statute: "PC 287(b)",
			may: FORCE
		},
		...homicides("187", "188", "189", "189.1", "189.5", "190", "190.05", "190.1", "190.2", "190.25", "190.3", "190.4"),
		...homicides("190.5", "191", "191.5"),
		...each("PC", "653f(b)"),
		...bare("653f"),
		...each("PC", "245(d)(3)", "11418(a)(1)"),
		...each("PC", "37", "128", "205", "217.1", "218", "219", "273ab", "451.5", "667.61", "667.7", "667.71", "4500"),
		...each("PC", "11418(b)(1)", "11418(b)(2)", "12308", "12310", "18745", "18755"),
		...each("MV", "1672(a)")
	],
	pairs: [{
		enhancement: "PC 186.22(b)(4)",
		offenses: [
			"PC 136.1",
			"PC 215",
			"PC 213(a)(1)(a)",
			"PC 246",
			"PC 519",
			"PC 12022.55"
		]
	}],
	attempts: "unclear",
	conspiracies: "unclear",
	accessories: "does_not_count"
};
// libs/eligibility/src/evaluate/flags.ts
const PROPOSITION_64 = "2016-11-09";
function flagsOf(subject) {
	const { event, person } = subject;
	const flags = [];
	if (person.isListed(superStrike)) flags.push("super_strike");
	if (person.registrations.some(({ under290 }) => under290 === true) || person.isListed(registrable)) flags.push("registered_290");
	if (namesOtherP64(subject)) flags.push("other_p64_in_comment");
	const convicted = boundsOf(subject.date).low;
	if (convicted !== void 0 && convicted > PROPOSITION_64) flags.push("after_2016_11_09");
	if (person.deceased.state === "known" && person.deceased.value) flags.push("deceased");
	const end = boundsOf(person.sentenceEndOf(event)).low;
	if (end !== void 0 && end > subject.asOf) flags.push("serving");
	if (event.relief.state === "known" && event.relief.value.how === "ended") flags.push("already_relieved");
	if (event.relief.state === "known" && event.relief.value.how === "reduced") flags.push("reduced");
	if (event.count.offense !== event.count.charged) flags.push("plea_down");
	if (event.date.state === "unknown" && event.writtenDate.state !== "unknown") flags.push("dates_contradict");
	if (event.convicted.state === "unknown") flags.push("disposition_unknown");
	if (event.courtCounty.state === "unknown") flags.push("county_unknown");
	return flags;
}
function namesOtherP64({ event }) {
	const charges = event.count.commentCharges;
	return charges !== void 0 && matchOffense(cannabis, charges, event.date).result === true;
}
// libs/eligibility/src/facts/birth.ts
const WHAT = "the birth date";
const YOUNGEST = 10;
function birthOf(rows) {
	const seen = new Set();
	const cells = [];
	let range;
	let readings = 0;
	for (const row of rows) {
		const text = textOf(row, "PRI_DOB");
		if (seen.has(text)) continue;
		seen.add(text);
		const read = parseDojDate(text);
		if (!read && text === "" && readings > 0) continue;
		if (!read) {
			if (cells.length === 0) cells.push({
				line: row.line,
				column: "PRI_DOB"
			});
			continue;
		}
		if (readings === 0) cells.length = 0;
		cells.push({
			line: row.line,
			column: "PRI_DOB"
		});
		range = range ? joined(range, read) : read;
		readings += 1;
	}
	if (range && readings > 1) return bounded(range.earliest, range.latest, "the rows give different birth dates", cells);
	return dateFact(range, WHAT, cells);
}
function joined(a, b) {
	return {
		earliest: a.earliest < b.earliest ? a.earliest : b.earliest,
		latest: a.latest > b.latest ? a.latest : b.latest
	};
}
function contradicts(birth, date) {
	const bornFrom = boundsOf(birth).low;
	const convictedTo = boundsOf(date).high;
	return bornFrom !== void 0 && convictedTo !== void 0 && convictedTo < addYears(bornFrom, YOUNGEST);
}
// libs/eligibility/src/lists/gang-pair.ts
const sides = new WeakMap();
function sidesOf(list, pair) {
	const cached = sides.get(pair);
	if (cached) return cached;
	const listOf = (statutes) => ({
		title: list.title,
		cite: list.cite,
		asOf: list.asOf,
		entries: statutes.map((statute) => ({ statute })),
		attempts: list.attempts,
		conspiracies: list.conspiracies,
		accessories: list.accessories
	});
	const made = {
		enhancement: listOf([pair.enhancement]),
		offenses: listOf(pair.offenses)
	};
	sides.set(pair, made);
	return made;
}
function matchPair(list, pair, offense, ofCase, date) {
	const { enhancement, offenses } = sidesOf(list, pair);
	const own = matchOffense(offenses, offense, date);
	if (own.result === false) return own;
	const enhancements = ofCase.map((other) => matchOffense(enhancement, other, date));
	if (enhancements.some((match) => match.result === true)) return own;
	return enhancements.find((match) => match.result === "unknown") ?? {
		result: false,
		sections: []
	};
}
// libs/eligibility/src/facts/relief.ts
const NOTHING = known({
	how: "none",
	text: "",
	countsAsPrior: true
}, []);
function reliefOf(conviction, siblings) {
	let found = NOTHING;
	for (const later of laterDispositions(conviction, siblings)) {
		const next = reading(later);
		if (next?.state === "known" && next.value.how === "ended") return next;
		if (next && found.state === "known") found = next;
	}
	return found;
}
function reading({ disposition, sameNumber, sure }) {
	const { cell, kind, text } = disposition;
	const how = effect(disposition);
	if (how === "none" || kind === "not_convicted" && !sameNumber) return void 0;
	if (how === "unclear") return unknown(`what the later disposition "${text}" means is not known`, [cell]);
	if (!sure) return unknown(`whether "${text}" speaks of this count is not clear`, [cell]);
	return known({
		how,
		text,
		countsAsPrior: how === "reduced" || /1203/.test(text)
	}, [cell]);
}
function effect({ kind }) {
	if (kind === "relieved" || kind === "not_convicted") return "ended";
	if (kind === "reduced") return "reduced";
	return kind === "unknown" ? "unclear" : "none";
}
function laterDispositions(conviction, siblings) {
	const { count, cycle, step } = conviction;
	const later = [];
	for (const disposition of count.dispositions) {
		if (!(disposition.kind === "relieved" || disposition.kind === "reduced") && disposition.cell.line <= count.disposition.cell.line) continue;
		later.push({
			disposition,
			sure: true,
			sameNumber: true
		});
	}
	for (const other of cycle.steps) {
		if (other.kind !== "court" || other.order <= step.order) continue;
		for (const candidate of other.counts) {
			const same = isSameCount(conviction, candidate, siblings);
			if (same === "no") continue;
			const sameNumber = number(candidate) === number(count);
			for (const disposition of candidate.dispositions) later.push({
				disposition,
				sure: same === "yes",
				sameNumber
			});
		}
	}
	return later;
}
function number(count) {
	return count.order.slice(6, 9);
}
function caseNumbers(count) {
	return count.rows.map((row) => textOf(row, "OFN")).filter((text) => text !== "");
}
function isSameCount(conviction, candidate, siblings) {
	if (!mayBeSameOffense(conviction.count, candidate)) return "no";
	const own = caseNumbers(conviction.count);
	const others = caseNumbers(candidate);
	if (own.length > 0 && others.length > 0 && !others.some((text) => own.includes(text))) return "no";
	if (number(candidate) === number(conviction.count)) return "yes";
	const rivals = siblings.filter((sibling) => sibling.step === conviction.step && mayBeSameOffense(sibling.count, candidate));
	if (rivals.length <= 1) return "yes";
	return rivals.some((rival) => number(rival.count) === number(candidate)) ? "no" : "perhaps";
}
function mayBeSameOffense(a, b) {
	const sections = sectionsOf(a);
	const others = sectionsOf(b);
	return sections.length === 0 || others.length === 0 || others.some((section) => sections.includes(section));
}
function sectionsOf({ charged, offense }) {
	return (offense === charged ? charged.references : [...offense.references, ...charged.references]).map(({ section }) => section);
}
// libs/eligibility/src/facts/sentence.ts
const NO_TIME = /^(FINE|RESTITUTION|REST\b|RESTN|IMP SEN SS|IMPOSITION OF SENTENCE SUSP)/;
const PRISON = /^(STATE )?PRISON\b/;
function sentenceParts(count) {
	return count.rows.flatMap((row) => partOf(row) ?? []);
}
function partOf(row) {
	const length = textOf(row, "SENT_LENGTH");
	const unit = textOf(row, "SENT_TIME_CODE").toUpperCase();
	const place = textOf(row, "SENT_LOC_DESCR").toUpperCase();
	if (length === "" && unit === "" && place === "") return void 0;
	const part = {
		cells: [{
			line: row.line,
			column: "SENT_LENGTH"
		}, {
			line: row.line,
			column: "SENT_TIME_CODE"
		}],
		inPrison: place === "" ? "unknown" : PRISON.test(place)
	};
	if (length === "" && NO_TIME.test(place)) return {
		kind: "time",
		length: 0,
		unit: "D",
		...part
	};
	if (!/^\d{1,4}$/.test(length)) return {
		kind: "open",
		why: "a part of the sentence has no length",
		...part
	};
	if (Number(length) === 0) return {
		kind: "time",
		length: 0,
		unit: "D",
		...part
	};
	if (unit !== "D" && unit !== "M" && unit !== "Y") return {
		kind: "open",
		why: `the unit "${unit}" of a part of the sentence is not recognised`,
		...part
	};
	return {
		kind: "time",
		length: Number(length),
		unit,
		...part
	};
}
function after(date, part) {
	if (part.kind === "open") return date;
	if (part.unit === "D") return addDays(date, part.length);
	return part.unit === "M" ? addMonths(date, part.length) : addYears(date, part.length);
}
function sentenceEnd(date, own, ofCase) {
	const cells = [...date.cells, ...ofCase.flatMap((part) => part.cells)];
	const { low, high } = boundsOf(date);
	const earliest = low && own.reduce((latest, part) => max(latest, after(low, part)), low);
	if (own.length === 0) return bounded(earliest, void 0, "no sentence is given", cells);
	const open = ofCase.find((part) => part.kind === "open");
	if (open?.kind === "open") return bounded(earliest, void 0, open.why, cells);
	const latest = high && ofCase.reduce(after, high);
	if (earliest === void 0 && latest === void 0) return unknown("the sentence has no date to count from", cells);
	if (earliest !== void 0 && earliest === latest) return known(earliest, cells);
	return bounded(earliest, latest, "whether its parts ran together or one after another is not given", cells);
}
function prisonEnd(date, own, ofCase) {
	const sure = (parts) => parts.filter(({ inPrison }) => inPrison === true);
	const possible = (parts) => parts.filter(({ inPrison }) => inPrison !== false);
	const endOf = (parts) => parts(own).length === 0 ? date : sentenceEnd(date, parts(own), parts(ofCase));
	const [least, most] = [endOf(sure), endOf(possible)];
	if (possible(own).length === sure(own).length) return most;
	return bounded(boundsOf(least).low, boundsOf(most).high, "where a part of the sentence was served is not given", most.cells);
}
function max(a, b) {
	return a > b ? a : b;
}
// libs/eligibility/src/facts/severity.ts
const BY_WORD = {
	FELONY: "felony",
	MISDEMEANOR: "misdemeanor",
	INFRACTION: "infraction"
};
const BY_LETTER = {
	F: "felony",
	M: "misdemeanor",
	I: "infraction"
};
function statedSeverity(row) {
	return read(row, "CONV_STAT_DESCR", BY_WORD, "the severity");
}
function severityOf(count, deciding) {
	const convicting = new Set([deciding.line]);
	for (const { cell, kind } of count.dispositions) if (kind === "convicted") convicting.add(cell.line);
	const isUnread = count.disposition.kind === "unknown";
	let stated;
	for (const row of count.rows) {
		if (!isUnread && !convicting.has(row.line)) continue;
		const next = statedSeverity(row);
		if (!next) continue;
		if (next.state !== "known") return next;
		if (stated?.state === "known" && stated.value !== next.value) return unknown("the rows of this count give different severities", [...stated.cells, ...next.cells]);
		stated ??= next;
	}
	return stated ?? classOfOffense(count, deciding);
}
function classOfOffense(count, row) {
	const ofConviction = count.offense !== count.charged;
	const column = ofConviction ? "CONV_OFFENSE_TOC" : "OFFENSE_TOC";
	const found = read(row, column, BY_LETTER, "the class of the offense");
	if (found) return found;
	const cells = [cellOf(row, "CONV_STAT_DESCR"), cellOf(row, column)];
	return unknown(ofConviction ? "only the severity of the original charge is given" : "the severity is not given", cells);
}
const atMost = (severity) => severities.slice(severities.indexOf(severity));
function possibleSeverities(original, now, isCertain) {
	if (now.state === "known") return isCertain ? [now.value] : atMost(now.value);
	return original.state === "known" && original.value !== "infraction" ? atMost(original.value) : severities;
}
function reducedSeverity(original, relief) {
	const { how, text } = relief.value;
	if (how !== "reduced") return original;
	if (/\bINFR/i.test(text)) return known("infraction", relief.cells);
	if (/\bMISD|\b17\b|\b1170\.18\b/i.test(text)) return original.state === "known" && original.value === "infraction" ? unknown(`an infraction cannot be "${text}"`, relief.cells) : known("misdemeanor", relief.cells);
	return unknown(`what "${text}" reduced the conviction to is not said`, relief.cells);
}
function read(row, column, words, what) {
	const text = textOf(row, column);
	if (text === "") return void 0;
	const severity = words[text.toUpperCase()];
	const cells = [cellOf(row, column)];
	return severity ? known(severity, cells) : unknown(`${what} "${text}" is not one that is recognised`, cells);
}
function cellOf(row, column) {
	return {
		line: row.line,
		column
	};
}
// libs/eligibility/src/facts/conviction-event.ts
var ConvictionEvent = class {
	#relief;
	#severity;
	#parts;
	#matches = new Map();
	#siblings;
	constructor(conviction, siblings) {
		const { caseNumber, certain, count, county, cycle, date, step } = conviction;
		this.conviction = conviction;
		this.cycle = cycle;
		this.step = step;
		this.count = count;
		this.row = rowAt(count, count.disposition.cell.line);
		const cells = [count.disposition.cell];
		this.convicted = certain ? known(true, cells) : unknown(unreadDisposition(count), cells);
		this.caseNumber = caseNumber;
		this.caseKey = caseNumber === "" ? `${cycle.order}/${step.order}` : `${county}|${caseNumber}`;
		this.writtenDate = dateFact(date, "the conviction date", [{
			line: this.row.line,
			column: "STP_EVENT_DATE"
		}]);
		this.date = this.writtenDate;
		this.#siblings = siblings;
	}
	get courtCounty() {
		const cells = [{
			line: this.row.line,
			column: "STP_ORI_CNTY_NAME"
		}];
		const { county } = this.conviction;
		return county === "" ? unknown("the county of the court is not given", cells) : known(county, cells);
	}
	get relief() {
		this.#relief ??= reliefOf(this, this.#siblings);
		return this.#relief;
	}
	get severity() {
		this.#severity ??= this.#readSeverity();
		return this.#severity;
	}
	get possibleSeverities() {
		return possibleSeverities(this.#original, this.severity, this.convicted.state === "known");
	}
	get sentenceParts() {
		this.#parts ??= sentenceParts(this.count);
		return this.#parts;
	}
	isOfCase(step) {
		if (step === this.step) return true;
		const numbers = step.counts.flatMap(({ rows }) => rows.map((row) => textOf(row, "OFN")));
		return this.caseNumber !== "" && step.agency.county === this.conviction.county && numbers.includes(this.caseNumber);
	}
	get offenseCells() {
		return [this.count.offense.cell];
	}
	matches(list) {
		let match = this.#matches.get(list);
		if (!match) {
			match = this.#match(list);
			this.#matches.set(list, match);
		}
		return match;
	}
	#match(list) {
		const { offense } = this.count;
		let best = matchOffense(list, offense, this.date);
		for (const pair of list.pairs ?? []) {
			if (best.result === true) break;
			const match = matchPair(list, pair, offense, this.#siblings.filter((other) => other.caseKey === this.caseKey).map((other) => other.count.offense), this.date);
			if (match.result === true || best.result === false) best = match;
		}
		return best;
	}
	get #original() {
		return severityOf(this.count, this.row);
	}
	#readSeverity() {
		const original = this.#original;
		const { relief } = this;
		if (relief.state !== "unknown") return relief.state === "known" ? reducedSeverity(original, relief) : original;
		return original.state === "known" && original.value === "infraction" ? original : unknown(relief.why, relief.cells);
	}
};
function rowAt(count, line) {
	const row = count.rows.find((each) => each.line === line) ?? count.rows[0];
	if (!row) throw new RangeError(`count ${count.order} has no row`);
	return row;
}
function unreadDisposition({ disposition }) {
	if (disposition.kind === "reduced") return `whether "${disposition.text}" speaks of this count is not clear`;
	return disposition.text === "" ? "the disposition is not given" : `what the disposition "${disposition.text}" means is not known`;
}
// libs/eligibility/src/facts/open-case.ts
function openCaseOf(history, events) {
	for (const cycle of history.cycles) for (const step of cycle.steps) {
		if (step.kind !== "court") continue;
		for (const { disposition } of step.counts) if (disposition.kind === "pending") return known(disposition.text, [disposition.cell]);
	}
	const cells = [];
	for (const { convicted, count } of events) if (convicted.state !== "known") cells.push(count.disposition.cell);
	return cells.length === 0 ? known("", []) : unknown("what became of a count is not known", cells);
}
// libs/eligibility/src/facts/registration.ts
function registrationsOf(history) {
	const found = [];
	for (const cycle of history.cycles) for (const step of cycle.steps) {
		if (step.kind !== "registration") continue;
		for (const { charged, rows } of step.counts) {
			const under290 = isUnder290(charged.references, charged.text);
			if (under290 === false) continue;
			const line = rows[0]?.line;
			const dateCells = line === void 0 ? [] : [{
				line,
				column: "STP_EVENT_DATE"
			}];
			const date = dateFact(step.date, "the date of the registration", dateCells);
			found.push({
				under290,
				date,
				text: charged.text,
				cells: [charged.cell, ...dateCells]
			});
		}
	}
	return found;
}
function isUnder290(references, text) {
	if (references.some(({ code, section }) => (code ?? "PC") === "PC" && /^290(\.|$)/.test(section))) return true;
	if (/^\s*290\b/.test(text)) return true;
	return references.length === 0 ? "unknown" : false;
}
// libs/eligibility/src/facts/person.ts
let latest$1;
function personOf(history) {
	if (latest$1?.history !== history) latest$1 = new Person(history);
	return latest$1;
}
var Person = class {
	#byConviction = new Map();
	#ends = new Map();
	#listed = new Map();
	#registrations;
	#deceased;
	#open;
	constructor(history) {
		this.history = history;
		this.events = this.#readEvents();
		this.birth = this.#holdAgainst(birthOf(history.rows));
	}
	eventOf(conviction) {
		const event = this.#byConviction.get(conviction);
		if (!event) throw new RangeError(`conviction ${conviction.key} is not one of this history`);
		return event;
	}
	sentenceEndOf(event) {
		let end = this.#ends.get(event);
		if (!end) {
			end = sentenceEnd(event.date, event.sentenceParts, this.#partsOfCase(event));
			this.#ends.set(event, end);
		}
		return end;
	}
	prisonEndOf(event) {
		if (event.sentenceParts.length === 0) return this.sentenceEndOf(event);
		return prisonEnd(event.date, event.sentenceParts, this.#partsOfCase(event));
	}
	get registrations() {
		this.#registrations ??= registrationsOf(this.history);
		return this.#registrations;
	}
	get open() {
		this.#open ??= openCaseOf(this.history, this.events);
		return this.#open;
	}
	get deceased() {
		this.#deceased ??= this.#readDeceased();
		return this.#deceased;
	}
	isListed(list) {
		let listed = this.#listed.get(list);
		if (listed === void 0) {
			listed = this.events.some((event) => event.convicted.state === "known" && event.matches(list).result === true);
			this.#listed.set(list, listed);
		}
		return listed;
	}
	#partsOfCase(event) {
		const ofCase = [];
		for (const other of this.events) if (other.caseKey === event.caseKey) ofCase.push(...other.sentenceParts);
		return ofCase;
	}
	#readEvents() {
		const events = [];
		for (const conviction of this.history.convictions) {
			const event = new ConvictionEvent(conviction, events);
			this.#byConviction.set(conviction, event);
			events.push(event);
		}
		return events;
	}
	#holdAgainst(birth) {
		const cells = [];
		for (const event of this.events) {
			if (!contradicts(birth, event.writtenDate)) continue;
			event.date = unknown("the conviction date is before the tenth birthday", [...event.date.cells, ...birth.cells]);
			if (event.convicted.state === "known") cells.push(...event.writtenDate.cells);
		}
		if (cells.length === 0) return birth;
		return unknown("a conviction is dated before the tenth birthday", [...birth.cells, ...cells]);
	}
	#readDeceased() {
		for (const cycle of this.history.cycles) for (const step of cycle.steps) {
			if (step.kind !== "deceased") continue;
			const line = step.counts[0]?.rows[0]?.line;
			return known(true, line === void 0 ? [] : [{
				line,
				column: "STP_TYPE_DESCR"
			}]);
		}
		return known(false, []);
	}
};
// libs/eligibility/src/routing/los-angeles.ts
const DISTRICT_ATTORNEY = "Los Angeles County District Attorney";
const cityProsecutors = [
	"Los Angeles City Attorney",
	"Long Beach City Prosecutor",
	"Torrance City Attorney",
	"Pasadena City Prosecutor",
	"Inglewood City Attorney",
	"Burbank City Attorney",
	"Santa Monica City Attorney",
	"Hawthorne City Attorney",
	"Redondo Beach City Attorney",
	"Hermosa Beach City Attorney"
];
const POLICE_OF_OTHER_CITIES = [
	...[
		"ALHAMBRA",
		"ARCADIA",
		"AZUSA",
		"BALDWIN PARK",
		"BELL",
		"BELL GARDENS",
		"BEVERLY HILLS",
		"CLAREMONT",
		"COVINA"
	],
	...[
		"CULVER CITY",
		"DOWNEY",
		"EL MONTE",
		"EL SEGUNDO",
		"GARDENA",
		"GLENDALE",
		"GLENDORA",
		"HUNTINGTON PARK"
	],
	...[
		"IRWINDALE",
		"LA VERNE",
		"MANHATTAN BEACH",
		"MONROVIA",
		"MONTEBELLO",
		"MONTEREY PARK",
		"PALOS VERDES ESTATES"
	],
	...[
		"POMONA",
		"SAN FERNANDO",
		"SAN GABRIEL",
		"SAN MARINO",
		"SIERRA MADRE",
		"SIGNAL HILL",
		"SOUTH GATE"
	],
	...[
		"SOUTH PASADENA",
		"VERNON",
		"WEST COVINA",
		"WHITTIER"
	]
];
function police(city) {
	return [
		`CAPD ${city}`,
		`PD ${city}`,
		`${city} PD`,
		`${city} POLICE DEPARTMENT`
	];
}
const minor = ["misdemeanor", "infraction"];
function ofCity(prosecutor) {
	return {
		arresting: police(prosecutor.replace(/ City (Attorney|Prosecutor)$/, "").toUpperCase()),
		severity: minor,
		agency: prosecutor
	};
}
// libs/eligibility/src/routing/shipped.ts
const tables = [{
	county: "LOS ANGELES",
	version: "2020-02-13",
	cite: "Los Angeles Superior Court, order on the motion of February 2020; GC 26500, 41803.5",
	routes: [
		{
			arresting: "any",
			severity: ["felony"],
			agency: DISTRICT_ATTORNEY
		},
		...cityProsecutors.map(ofCity),
		{
			arresting: [
				...POLICE_OF_OTHER_CITIES.flatMap(police),
				"CASO LOS ANGELES",
				"SO LOS ANGELES",
				"LOS ANGELES SO"
			],
			severity: minor,
			agency: DISTRICT_ATTORNEY
		}
	]
}];
function routingOf(county) {
	return tables.find((table) => table.county === county);
}
// libs/eligibility/src/truth.ts
function every(truths) {
	if (truths.includes(false)) return false;
	return truths.includes("unknown") ? "unknown" : true;
}
function some(truths) {
	if (truths.includes(true)) return true;
	return truths.includes("unknown") ? "unknown" : false;
}
function not(truth) {
	return truth === "unknown" ? "unknown" : !truth;
}
function atLeast(needed, sure, possible) {
	if (sure >= needed) return true;
	return possible < needed ? false : "unknown";
}
// libs/eligibility/src/terms/age.ts
const ageAtConviction = (term, subject) => compareAge(term.compare, term.years, subject.birth, subject.date, "conviction", [...missingOf("birth_date", subject.birth), ...missingOf("conviction_date", subject.date)]);
const ageAsOf = (term, subject) => compareAge(term.compare, term.years, subject.birth, known(subject.asOf, []), "as-of", missingOf("birth_date", subject.birth));
const ageAtOffense = (term, subject) => {
	const day = offenseDate(subject.arrested, term.within);
	return compareAge(term.compare, term.years, subject.birth, day, "offense", [...missingOf("birth_date", subject.birth), ...missingOf("offense_date", day)]);
};
function offenseDate(arrested, within) {
	const { low, high } = boundsOf(arrested);
	const earliest = low && within !== void 0 ? addYears(low, -within) : void 0;
	const why = "the day of the offense is not in the file, only that of the arrest";
	if (arrested.state === "unknown") return unknown(arrested.why, arrested.cells);
	return bounded(earliest, high, why, arrested.cells);
}
function compareAge(compare, years, birth, day, dayName, missing) {
	const born = boundsOf(birth);
	const birthday = {
		low: born.low && addYears(born.low, years),
		high: born.high && addYears(born.high, years)
	};
	const days = boundsOf(day);
	const result = compareDays(compare, birthday, days);
	const cells = [...birth.cells, ...day.cells];
	const happened = {
		"as-of": "",
		conviction: `, convicted ${dateText(day)}`,
		offense: `, offense ${dateText(day)}`
	};
	const value = `born ${dateText(birth)}${happened[dayName]}`;
	const arithmetic = `${`born ${dateText(birth)} + ${years} years = ${rangeText(birthday)}`}, ${relation(birthday, days)} ${dayName} ${dateText(day)}`;
	return result === "unknown" ? open(value, missing, arithmetic) : settled(result, value, cells, arithmetic);
}
function compareDays(compare, birthday, day) {
	switch (compare) {
		case "under": return isBefore(day, birthday);
		case "at_least": return not(isBefore(day, birthday));
		case "over": return isBefore(birthday, day);
		case "at_most": return not(isBefore(birthday, day));
	}
}
function relation(a, b) {
	if (a.low !== void 0 && a.low === a.high && a.low === b.low && b.low === b.high) return "the day of";
	if (isBefore(a, b) === true) return "before";
	return isBefore(b, a) === true ? "after" : "perhaps before, perhaps after";
}
// libs/eligibility/src/terms/case-has.ts
const caseHas = (term, subject, lists) => {
	const list = listNamed(lists, term.list);
	const beside = term.counts === "charged" ? charges(subject) : convictions(subject);
	const found = beside.map((each) => ({
		each,
		result: every([each.counts, isMeant(term, list, each, subject)])
	}));
	const result = some(found.map((one) => one.result));
	const decisive = found.filter((one) => one.result === result).map((one) => one.each.offense);
	const value = beside.length === 0 ? "nothing else" : decisive.map(({ text }) => text || "not given").join("; ");
	if (result !== "unknown") return settled(result, value, decisive.map(({ cell }) => cell));
	return open(value, decisive.map(({ cell, text }) => ({
		fact: "other_charges",
		why: `whether "${text}" is one is not known`,
		cells: [cell]
	})));
};
function isMeant(term, list, { offense }, subject) {
	const { result } = matchOffense(list, offense, subject.date);
	return term.offense === "in" ? result : not(result);
}
function convictions({ event, person }) {
	return person.events.filter((other) => other !== event && other.caseKey === event.caseKey).map(({ convicted, count }) => ({
		offense: count.offense,
		counts: convicted.state === "known" ? true : "unknown"
	}));
}
function charges({ event }) {
	const beside = [];
	const add = (count) => {
		if (!(count.order.slice(6, 9) === event.count.order.slice(6, 9)) || count.charged !== count.offense) beside.push({
			offense: count.charged,
			counts: true
		});
		if (count.commentCharges) beside.push({
			offense: count.commentCharges,
			counts: "unknown"
		});
	};
	for (const step of event.cycle.steps) if (step.kind === "court" && event.isOfCase(step)) for (const count of step.counts) add(count);
	return beside;
}
// libs/eligibility/src/terms/convicted.ts
function thresholdOf(term, asOf) {
	return term.date === void 0 ? addYears(asOf, -(term.yearsBeforeAsOf ?? 0)) : localDate(term.date);
}
const convicted = (term, subject) => {
	const threshold = thresholdOf(term, subject.asOf);
	const day = {
		low: threshold,
		high: threshold
	};
	const date = boundsOf(subject.date);
	const before = isBefore(date, day);
	const after = isBefore(day, date);
	const result = {
		before,
		on_or_after: not(before),
		after,
		on_or_before: not(after)
	}[term.compare];
	const value = `convicted ${dateText(subject.date)}`;
	const sum = term.date === void 0 ? `as-of ${subject.asOf} − ${term.yearsBeforeAsOf ?? 0} years = ${threshold}, ${value}` : void 0;
	return result === "unknown" ? open(value, missingOf("conviction_date", subject.date), sum) : settled(result, value, subject.date.cells, sum);
};
// libs/eligibility/src/terms/past.ts
function finding(event, parts) {
	const result = every(parts.map((part) => part.result));
	if (result !== "unknown") return {
		event,
		result,
		missing: []
	};
	return {
		event,
		result,
		missing: parts.flatMap((part) => part.result === "unknown" ? part.missing ?? [] : [])
	};
}
function counts(subject, event) {
	const parts = [];
	if (event.convicted.state !== "known") parts.push({
		result: "unknown",
		missing: about(subject, event, "disposition", event.convicted)
	});
	const { relief } = event;
	if (relief.state === "known") parts.push({ result: relief.value.countsAsPrior });
	else parts.push({
		result: "unknown",
		missing: about(subject, event, "relief", relief)
	});
	return parts;
}
function isListed(subject, event, list) {
	const match = event.matches(list);
	if (match.result !== "unknown") return { result: match.result };
	return {
		result: "unknown",
		missing: about(subject, event, "offense", {
			why: match.why ?? "the offense cannot be read",
			cells: event.offenseCells
		})
	};
}
function isOfClass(subject, event, classes) {
	const severity = subject.severityOf(event);
	const isOwn = event === subject.event;
	if (severity.state === "known" && (isOwn || event.convicted.state === "known")) return { result: classes.includes(severity.value) };
	const possible = isOwn ? severities : event.possibleSeverities;
	const some = possible.some((each) => classes.includes(each));
	if (!some || possible.every((each) => classes.includes(each))) return { result: some };
	return {
		result: "unknown",
		missing: severity.state === "known" ? void 0 : about(subject, event, "severity", severity)
	};
}
function about(subject, event, fact, { why, cells }) {
	if (event === subject.event) return {
		fact,
		why,
		cells
	};
	return {
		fact: "other_convictions",
		why: `${nameOf(event)}: ${why}`,
		cells
	};
}
function nameOf(event) {
	return `${event.count.offense.text === "" ? "an offense that is not given" : event.count.offense.text}, ${dateText(event.date)} (line ${event.row.line})`;
}
// libs/eligibility/src/terms/conviction-free.ts
const convictionFree = (term, subject) => {
	const recent = subject.person.events.map((event) => inClasses(subject, event, term.classes)).filter(({ result }) => result !== false).map((each) => ({
		each,
		within: isWithin(subject, each.event, term.years)
	}));
	const against = recent.find(({ each, within }) => each.result === true && within === true);
	if (against) {
		const { event } = against.each;
		return settled(false, valueOf(subject, event), subject.dateOf(event).cells, sum(subject, event, term.years));
	}
	const doubtful = recent.filter(({ within }) => within !== false);
	if (doubtful.length > 0) {
		const missing = doubtful.flatMap(({ each, within }) => [...each.missing, ...within === "unknown" ? missingOf("conviction_date", subject.dateOf(each.event)).map((one) => about(subject, each.event, one.fact, one)) : []]);
		return open(doubtful.map(({ each }) => valueOf(subject, each.event)).join("; "), missing);
	}
	const last = latest(subject, recent.map(({ each }) => each.event));
	if (!last) return settled(true, `no ${classWords(term.classes)}conviction on record`, []);
	return settled(true, valueOf(subject, last), subject.dateOf(last).cells, sum(subject, last, term.years));
};
function classWords(classes) {
	return classes ? `${classes.join(" or ")} ` : "";
}
function inClasses(subject, event, classes) {
	return finding(event, [...counts(subject, event), ...classes ? [isOfClass(subject, event, classes)] : []]);
}
function isWithin(subject, event, years) {
	const { low, high } = boundsOf(subject.dateOf(event));
	const anniversary = {
		low: low && addYears(low, years),
		high: high && addYears(high, years)
	};
	return isBefore({
		low: subject.asOf,
		high: subject.asOf
	}, anniversary);
}
function latest(subject, events) {
	const highest = (event) => boundsOf(subject.dateOf(event)).high ?? "";
	return events.reduce((last, event) => last && highest(last) >= highest(event) ? last : event, void 0);
}
function valueOf(subject, event) {
	return `convicted ${dateText(subject.dateOf(event))} (line ${event.row.line})`;
}
function sum(subject, event, years) {
	const { low, high } = boundsOf(subject.dateOf(event));
	const anniversary = {
		low: low && addYears(low, years),
		high: high && addYears(high, years)
	};
	const relation = isWithin(subject, event, years) === true ? "after" : "not after";
	return `convicted ${dateText(subject.dateOf(event))} + ${years} years = ${rangeText(anniversary)}, ${relation} as-of ${subject.asOf}`;
}
// libs/eligibility/src/terms/other-convictions.ts
const onlyConvictionsIn = (term, subject, lists) => {
	const list = listNamed(lists, term.list);
	const { events } = subject.person;
	const others = [];
	for (const event of events) {
		const { missing, result } = isListed(subject, event, list);
		if (result !== true) others.push(finding(event, [...counts(subject, event), {
			result: not(result),
			missing
		}]));
	}
	const other = others.find(({ result }) => result === true);
	if (other) return settled(false, nameOf(other.event), other.event.offenseCells);
	const missing = others.flatMap((each) => each.missing);
	const value = `${events.length} on record`;
	if (missing.length > 0) return open(value, missing);
	return settled(true, value, events.flatMap((event) => event.offenseCells));
};
const hasConvictionIn = (term, subject, lists) => {
	const list = listNamed(lists, term.list);
	return tell(subject, others(subject, list).map((event) => finding(event, [
		isListed(subject, event, list),
		...counts(subject, event),
		...term.when === "before" ? [isEarlier(subject, event)] : []
	])), 1, (each) => each.length);
};
const convictionsIn = (term, subject, lists) => {
	const list = term.list === void 0 ? void 0 : listNamed(lists, term.list);
	const found = others(subject, list).filter((event) => term.per === "count" || event.caseKey !== subject.event.caseKey).map((event) => finding(event, [
		...list ? [isListed(subject, event, list)] : [],
		...counts(subject, event),
		...term.classes ? [isOfClass(subject, event, term.classes)] : [],
		...term.when === "earlier" ? [isEarlier(subject, event)] : [],
		...term.section === "same" && list ? [isSameSection(subject, event, list)] : []
	]));
	const size = (each) => term.per === "count" ? each.length : new Set(each.map(({ event }) => event.caseKey)).size;
	return tell(subject, found, term.atLeast, size);
};
const amongFirst = (term, subject, lists) => {
	const list = term.list === void 0 ? void 0 : listNamed(lists, term.list);
	const { event: own, person } = subject;
	const parts = (event) => [...list ? [isListed(subject, event, list)] : [], ...term.classes ? [isOfClass(subject, event, term.classes)] : []];
	const self = finding(own, parts(own));
	if (self.result === false) return settled(false, "not one of these itself", own.offenseCells);
	const reached = tell(subject, others(subject, list).map((event) => {
		const first = term.order === "earliest" ? [event, own] : [own, event];
		const tie = person.events.indexOf(first[0]) < person.events.indexOf(first[1]);
		return finding(event, [
			...parts(event),
			...counts(subject, event),
			comesBefore(subject, first[0], first[1], tie)
		]);
	}), term.most, (each) => each.length);
	if (reached.result === true) return {
		...reached,
		result: false
	};
	const missing = [...self.missing, ...reached.missing];
	return missing.length > 0 ? open(reached.value, missing) : {
		...reached,
		result: true
	};
};
function others(subject, list) {
	return subject.person.events.filter((event) => event !== subject.event && (!list || event.matches(list).result !== false));
}
function isEarlier(subject, event) {
	return comesBefore(subject, event, subject.event, false);
}
function comesBefore(subject, event, later, tie) {
	const [a, b] = [boundsOf(subject.dateOf(event)), boundsOf(subject.dateOf(later))];
	const result = tie ? not(isBefore(b, a)) : isBefore(a, b);
	if (result !== "unknown") return { result };
	const vague = event.date.state !== "known" ? event : later;
	const date = subject.dateOf(vague);
	return {
		result,
		missing: about(subject, vague, "conviction_date", {
			why: date.state === "known" ? "whether it came before is not known" : date.why,
			cells: date.cells
		})
	};
}
function isSameSection(subject, event, list) {
	const own = subject.event.matches(list);
	const other = event.matches(list);
	const shared = other.sections.some((section) => own.sections.includes(section));
	if (own.result === false || other.result === false) return { result: false };
	const vague = own.sections.length === 0 || other.sections.length === 0;
	if (!shared && !vague) return { result: false };
	const result = every([own.result, other.result]);
	if (result !== "unknown") return { result };
	return {
		result,
		missing: isListed(subject, own.result === "unknown" ? subject.event : event, list).missing
	};
}
function tell(subject, found, needed, size) {
	const sure = found.filter(({ result }) => result === true);
	const perhaps = found.filter(({ result }) => result === "unknown");
	const result = atLeast(needed, size(sure), size([...sure, ...perhaps]));
	const value = sure.length === 0 ? "none" : sure.slice(0, needed).map(({ event }) => nameOf(event)).join("; ");
	if (result === "unknown") return open(value, perhaps.flatMap((each) => each.missing));
	return settled(result, value, sure.flatMap(({ event }) => [...event.offenseCells, ...subject.dateOf(event).cells]));
}
// libs/eligibility/src/terms/own.ts
const offense = (term, { event }, lists) => {
	const match = event.matches(listNamed(lists, term.in));
	const value = event.count.offense.text === "" ? "not given" : event.count.offense.text;
	if (match.result !== "unknown") return settled(match.result, value, event.offenseCells);
	return open(value, [{
		fact: "offense",
		why: match.why ?? "it cannot be read",
		cells: event.offenseCells
	}]);
};
const severity = (term, subject) => {
	const fact = subject.severity;
	if (fact.state === "known") return settled(term.is.includes(fact.value), fact.value, fact.cells);
	if (severities.every((each) => term.is.includes(each))) return settled(true, "unknown", fact.cells);
	return open("unknown", missingOf("severity", fact));
};
const agency = (term, subject) => {
	const fact = subject.agency;
	if (fact.state === "known") return settled(term.in.includes(fact.value), fact.value, fact.cells);
	return open("unknown", missingOf("agency", fact));
};
const amount = (term, { amount: fact }) => {
	if (fact.state !== "known") return open("unknown", missingOf("amount", fact));
	const isAtMost = fact.value <= term.grams;
	return settled(term.compare === "at_most" === isAtMost, `${fact.value} grams`, fact.cells);
};
const relieved = (term, { event }) => {
	const fact = event.relief;
	if (fact.state !== "known") return open("unknown", missingOf("relief", fact));
	const value = fact.value.how === "none" ? "no later disposition" : fact.value.text;
	return settled(fact.value.how === term.how, value, fact.cells);
};
const county = (term, { event }) => checkCounty(event.courtCounty, term.in);
const ownCounty = (_term, { county: name, event }) => checkCounty(event.courtCounty, [name]);
function checkCounty(court, names) {
	if (court.state !== "known") return open("unknown", missingOf("county", court));
	return settled(names.includes(court.value), court.value, court.cells);
}
const endedInConviction = (_term, { event: { convicted, count } }) => {
	const value = count.disposition.text === "" ? "no disposition" : count.disposition.text;
	return convicted.state === "known" ? settled(true, value, convicted.cells) : open(value, missingOf("disposition", convicted));
};
// libs/eligibility/src/terms/person.ts
const deceased = (_term, { person }) => {
	const fact = person.deceased;
	const result = fact.state === "known" && fact.value;
	return settled(result, result ? "deceased" : "no such entry", fact.cells);
};
const openCase = (_term, { person }) => {
	const { open: fact } = person;
	if (fact.state !== "known") return open("perhaps", missingOf("open_case", fact));
	return settled(fact.value !== "", fact.value === "" ? "none on record" : fact.value, fact.cells);
};
const registered = (term, subject, lists) => {
	const found = subject.person.registrations;
	if (found.length === 0) return settled(false, "no such entry", []);
	const results = found.map((each) => ({
		each,
		result: counted(term, each, subject, lists)
	}));
	const sure = results.find(({ result }) => result === true);
	if (sure) return settled(true, sure.each.text, sure.each.cells);
	const vague = results.filter(({ result }) => result === "unknown");
	if (vague.length === 0) return settled(false, "later than this conviction", results.flatMap(({ each }) => each.cells));
	return open(vague.map(({ each }) => each.text).join("; "), vague.map(({ each }) => ({
		fact: "registration",
		why: whyVague(each),
		cells: each.cells
	})));
};
function whyVague(registration) {
	return registration.under290 === "unknown" ? "whether the registration is under PC 290 cannot be read" : "when the offense behind the registration was committed is not known";
}
function counted(term, registration, subject, lists) {
	if (term.when === "ever") return registration.under290;
	const earlier = isBefore(boundsOf(registration.date), boundsOf(subject.date));
	if (earlier === true) return registration.under290;
	const list = listNamed(lists, term.list);
	return subject.person.events.some((event) => event.matches(list).result === true && event.convicted.state === "known" && isBefore(boundsOf(subject.dateOf(event)), boundsOf(subject.date)) === false) && earlier === false ? false : every([registration.under290, "unknown"]);
}
// libs/eligibility/src/terms/sentence.ts
const sentences = (term, subject) => {
	const complete = term.of === "this_conviction" ? ownComplete(subject) : allComplete(subject);
	return term.are === "complete" ? complete : {
		...complete,
		result: not(complete.result)
	};
};
const sentenceEnded = (term, subject) => {
	const { asOf, event, person } = subject;
	return endedBy(term.parts === "prison" ? person.prisonEndOf(event) : person.sentenceEndOf(event), addYears(asOf, -term.years), `as-of ${asOf} − ${term.years} years`);
};
function ownComplete({ asOf, event, person }) {
	return endedBy(person.sentenceEndOf(event), asOf, "as-of");
}
function endedBy(end, day, dayName) {
	const bounds = boundsOf(end);
	const result = not(isBefore({
		low: day,
		high: day
	}, bounds));
	const value = end.state === "unknown" ? "unknown" : `ends ${rangeText(bounds)}`;
	if (result === "unknown") return open(value, missingOf("sentence", end));
	const arithmetic = `ends ${rangeText(bounds)}, ${result ? "not after" : "after"} ${dayName} = ${day}`;
	return settled(result, value, end.cells, arithmetic);
}
function allComplete(subject) {
	const { asOf, person } = subject;
	const missing = [];
	let last;
	for (const event of person.events) {
		const standing = finding(event, counts(subject, event));
		if (standing.result === false) continue;
		const end = person.sentenceEndOf(event);
		const { low, high } = boundsOf(end);
		if (standing.result === true && low !== void 0 && low > asOf) {
			const arithmetic = `sentence of ${nameOf(event)} ends ${rangeText({
				low,
				high
			})}, after as-of ${asOf}`;
			return settled(false, `ends ${rangeText({
				low,
				high
			})}`, end.cells, arithmetic);
		}
		if (high !== void 0 && high <= asOf) {
			if (last === void 0 || high > last.day) last = {
				day: high,
				cells: end.cells
			};
			continue;
		}
		const why = end.state === "known" ? "whether it still stands is not known" : end.why;
		missing.push(...standing.missing, about(subject, event, "sentence", {
			why,
			cells: end.cells
		}));
	}
	if (missing.length > 0) return open("not every end is known", missing);
	return settled(true, last ? `the last ended by ${last.day}` : "none on record", last?.cells ?? []);
}
// libs/eligibility/src/terms/kinds.ts
const kinds = {
	offense,
	severity,
	convicted,
	age_at_conviction: ageAtConviction,
	age_at_offense: ageAtOffense,
	age_as_of: ageAsOf,
	conviction_free: convictionFree,
	only_convictions_in: onlyConvictionsIn,
	convictions_in: convictionsIn,
	among_first: amongFirst,
	has_conviction_in: hasConvictionIn,
	registered,
	sentences,
	sentence_ended: sentenceEnded,
	deceased,
	agency,
	amount,
	case_has: caseHas,
	open_case: openCase,
	relieved,
	county,
	own_county: ownCounty,
	ended_in_conviction: endedInConviction
};
function checkTerm(term, subject, lists) {
	const check = kinds[term.term];
	return check(term, subject, lists);
}
// libs/eligibility/src/evaluate/truth-of.ts
function truthOf(node, term) {
	switch (node.kind) {
		case "term": return term(node.index);
		case "not": return not(truthOf(node.node, term));
		case "all": return decided(node.nodes, false, term);
		case "any": return decided(node.nodes, true, term);
	}
}
function decided(nodes, settling, term) {
	let answer = !settling;
	for (const node of nodes) {
		const truth = truthOf(node, term);
		if (truth === settling) return settling;
		if (truth === "unknown") answer = truth;
	}
	return answer;
}
function openTerms(node, term) {
	if (truthOf(node, term) !== "unknown") return [];
	if (node.kind === "term") return [node.index];
	if (node.kind === "not") return openTerms(node.node, term);
	return node.nodes.flatMap((part) => openTerms(part, term));
}
function inTheWay(node, term, negated = false) {
	if (truthOf(node, term) === !negated) return [];
	if (node.kind === "term") return [{
		index: node.index,
		negated
	}];
	if (node.kind === "not") return inTheWay(node.node, term, !negated);
	const parts = node.nodes.map((part) => inTheWay(part, term, negated));
	if (node.kind === "all" !== negated) return parts.flat();
	return parts.reduce((least, part) => least === void 0 || part.length < least.length ? part : least, parts[0]) ?? [];
}
// libs/eligibility/src/evaluate/worlds.ts
const FIRST = localDate("1850-01-01");
const LAST = localDate("2199-12-31");
function dependsOn(term) {
	switch (term.term) {
		case "severity": return ["severity"];
		case "agency": return ["severity", "date"];
		case "convicted": return ["date"];
		case "conviction_free": return ["severity", "date"];
		case "among_first": return ["severity", "date"];
		case "age_at_conviction": return ["date", "birth"];
		case "age_at_offense": return ["date", "birth"];
		case "age_as_of": return ["birth"];
		case "amount": return ["amount"];
		case "offense":
		case "only_convictions_in":
		case "convictions_in":
		case "has_conviction_in":
		case "registered":
		case "sentences":
		case "sentence_ended":
		case "deceased":
		case "case_has":
		case "open_case":
		case "relieved":
		case "county":
		case "own_county":
		case "ended_in_conviction": return [];
	}
}
function* worldsOf(subject, varied, terms) {
	for (const severity of varied.includes("severity") ? severityValues(subject.severity) : [subject.severity]) for (const date of varied.includes("date") ? dates(subject, terms) : [subject.date]) for (const birth of varied.includes("birth") ? births(subject, date, terms) : [subject.birth]) for (const amount of varied.includes("amount") ? amounts(subject.amount, terms) : [subject.amount]) yield {
		severity,
		date,
		birth,
		amount
	};
}
function severityValues(fact) {
	return fact.state === "known" ? [fact] : severities.map((severity) => known(severity, fact.cells));
}
function ages(terms) {
	const years = terms.flatMap((term) => term.term === "age_at_conviction" || term.term === "age_at_offense" ? [term.years] : []);
	return [...new Set(years)];
}
function amounts(fact, terms) {
	return terms.flatMap((term) => term.term === "amount" ? [term.grams, term.grams + .001] : []).map((grams) => known(grams, fact.cells));
}
function dates(subject, terms) {
	const turns = [];
	for (const term of terms) {
		if (term.term === "convicted") turns.push(thresholdOf(term, subject.asOf));
		if (term.term === "conviction_free") turns.push(addYears(subject.asOf, -term.years));
		if (term.term === "agency") turns.push(...subject.routingDays);
		if (term.term === "among_first") turns.push(...daysOfOthers(subject));
	}
	const birthdays = [...birthTurns(subject, terms), ...ends(subject.birth)];
	for (const years of ages(terms)) turns.push(...birthdays.map((day) => addYears(day, years)));
	return around(subject.date, turns);
}
function daysOfOthers({ event, person }) {
	return person.events.filter((other) => other !== event).flatMap(({ date }) => date.state === "unknown" ? [] : ends(date));
}
function births(subject, date, terms) {
	const turns = birthTurns(subject, terms);
	for (const day of ends(date)) turns.push(...ages(terms).map((years) => addYears(day, -years)));
	return around(subject.birth, turns);
}
function birthTurns(subject, terms) {
	return terms.flatMap((term) => term.term === "age_as_of" ? [addYears(subject.asOf, -term.years)] : []);
}
function ends(fact) {
	const { low = FIRST, high = LAST } = boundsOf(fact);
	return [low, high];
}
const NEIGHBOURS = [
	-2,
	-1,
	0,
	1,
	2
];
function around(fact, turns) {
	if (fact.state === "known") return [fact];
	const [low = FIRST, high = LAST] = ends(fact);
	const days = new Set([low, high]);
	for (const turn of turns) for (const step of NEIGHBOURS) {
		const day = addDays(turn, step);
		if (day >= low && day <= high) days.add(day);
	}
	return [...days].sort().map((day) => known(day, fact.cells));
}
// libs/eligibility/src/evaluate/decide.ts
var Checks = class {
	#compiled;
	#subject;
	#checks = [];
	constructor(compiled, subject) {
		this.#compiled = compiled;
		this.#subject = subject;
	}
	check(index) {
		return this.#checks[index] ??= this.#try(index);
	}
	truth(index) {
		const { result } = this.check(index);
		if (result !== "unknown") return result;
		const onUnknown = this.#compiled.terms[index]?.unknown;
		if (onUnknown === "holds") return true;
		return onUnknown === "fails" ? false : "unknown";
	}
	#try(index) {
		const term = this.#compiled.terms[index];
		if (!term) throw new RangeError(`no term ${index}`);
		return checkTerm(term, this.#subject, this.#compiled.policy.lists);
	}
};
function decide(compiled, checks, subject) {
	const tried = [];
	const reached = [];
	const truth = (index) => checks.truth(index);
	for (const rule of compiled.inOrder) {
		const result = truthOf(rule.node, truth);
		tried.push({
			rule,
			result
		});
		if (result !== false) reached.push(rule);
		if (result === true) break;
	}
	const [first = compiled.otherwise] = reached;
	if (reached.length === 1) return {
		tried,
		deciding: reached,
		first,
		open: []
	};
	const open = [...new Set(tried.flatMap(({ rule }) => openTerms(rule.node, truth)))];
	let consequences = new Set(reached.map((rule) => consequenceOf(rule, subject)));
	if (consequences.size > 1) consequences = outcomesOfWorlds(compiled, checks, subject, open);
	if (consequences.size > 1) return {
		tried,
		deciding: [],
		first,
		open
	};
	return {
		tried,
		deciding: reached.filter((rule) => consequences.has(consequenceOf(rule, subject))),
		first,
		open: []
	};
}
function consequenceOf(rule, subject) {
	const { agency, order, outcome } = rule.then;
	if (outcome !== "refer") return order === void 0 ? outcome : `${outcome} ${order}`;
	if (agency !== void 0) return `refer ${agency}`;
	const prosecuting = subject.agency;
	return prosecuting.state === "known" ? `refer ${prosecuting.value}` : "refer ?";
}
const MOST_WAYS = 4e3;
const TOO_MANY = new Set(["a", "b"]);
function outcomesOfWorlds(compiled, checks, subject, open) {
	const varied = variedBy(compiled, subject, open);
	const moved = compiled.terms.map((term) => dependsOn(term).some((fact) => varied.includes(fact)));
	const outcomes = new Set();
	const budget = { left: MOST_WAYS };
	for (const own of worldsOf(subject, varied, compiled.terms)) {
		const world = subject.supposing(own);
		const worldChecks = new Checks(compiled, world);
		const truth = (index) => {
			const known = checks.truth(index);
			return known === "unknown" && moved[index] ? worldChecks.truth(index) : known;
		};
		if (!explore(compiled, world, truth, new Map(), outcomes, budget)) return TOO_MANY;
		if (outcomes.size > 1) break;
	}
	return outcomes;
}
function variedBy(compiled, subject, open) {
	return [...new Set(open.flatMap((index) => dependsOn(compiled.terms[index] ?? { term: "deceased" })))].filter((fact) => subject[fact].state !== "known");
}
function explore(compiled, subject, known, supposed, outcomes, budget) {
	budget.left -= 1;
	if (budget.left < 0) return false;
	const truth = (index) => supposed.get(index) ?? known(index);
	for (const rule of compiled.rules) {
		const result = truthOf(rule.node, truth);
		if (result === false) continue;
		if (result === true) {
			outcomes.add(consequenceOf(rule, subject));
			return true;
		}
		const [index] = openTerms(rule.node, truth);
		if (index === void 0) return false;
		for (const way of [true, false]) {
			supposed.set(index, way);
			const finished = explore(compiled, subject, known, supposed, outcomes, budget);
			supposed.delete(index);
			if (!finished) return false;
			if (outcomes.size > 1) return true;
		}
		return true;
	}
	outcomes.add(consequenceOf(compiled.otherwise, subject));
	return true;
}
// libs/eligibility/src/evaluate/ruling.ts
function rulingOf(decision, subject) {
	const [earliest] = decision.deciding;
	if (!earliest) return undecided$1(decision.first);
	const last = decision.tried.at(-1)?.rule;
	const found = last && isCertain(last, decision) ? last : earliest;
	const { order, outcome } = found.then;
	const ruling = {
		outcome,
		ruleId: found.id,
		...order === void 0 ? {} : { order },
		rule: found
	};
	if (outcome !== "refer") return ruling;
	if (found.then.agency !== void 0) return {
		...ruling,
		agency: found.then.agency
	};
	const { agency } = subject;
	return agency.state === "known" ? {
		...ruling,
		agency: agency.value
	} : undecided$1(found);
}
function undecided$1(might) {
	return {
		outcome: "needs_review",
		ruleId: "undecided",
		rule: might
	};
}
function isCertain(one, { deciding, tried }) {
	return one.id !== "otherwise" && one === tried.at(-1)?.rule && deciding.includes(one);
}
// libs/eligibility/src/facts/agency.ts
const NO_TABLE = "the county has not said which office prosecutes the arrests of which agency";
function agencyOf(cycle, severity, date, table) {
	const arrests = arrestingAgencies(cycle);
	if (!table) return unknown(NO_TABLE, arrests.cells);
	const cells = [...arrests.cells, ...severity.cells];
	const found = new Set();
	for (const name of arrests.names.length > 0 ? arrests.names : [""]) for (const one of severity.state === "known" ? [severity.value] : severities) {
		const agency = routed(table, name, one, date);
		if (agency !== void 0) found.add(agency);
		else if (name === "") return unknown("no arresting agency is given for this arrest", cells);
		else return unknown(`the routing table has no prosecutor for ${name}`, cells);
	}
	const [only, ...others] = [...found];
	if (only !== void 0 && others.length === 0) return known(only, cells);
	return unknown(severity.state === "known" ? "the arresting agencies lead to different prosecutors" : "it depends on the severity", cells);
}
function arrestingAgencies(cycle) {
	const names = [];
	const cells = [];
	for (const step of cycle.steps) {
		if (step.kind !== "arrest") continue;
		const name = step.agency.name.trim().toUpperCase().replace(/\s+/g, " ");
		if (names.includes(name)) continue;
		names.push(name);
		const line = step.counts[0]?.rows[0]?.line;
		if (line !== void 0) cells.push({
			line,
			column: "STP_ORI_DESCR"
		});
	}
	return {
		names: names.filter((name) => name !== ""),
		cells
	};
}
function routed(table, arresting, severity, date) {
	const { low, high } = boundsOf(date);
	for (const route of table.routes) {
		if (!concerns(route, arresting, severity)) continue;
		if (route.from && high && high < route.from || route.to && low && low > route.to) continue;
		const begun = !route.from || low !== void 0 && low >= route.from;
		const notEnded = !route.to || high !== void 0 && high <= route.to;
		return begun && notEnded ? route.agency : void 0;
	}
}
function concerns(route, arresting, severity) {
	return route.severity.includes(severity) && (route.arresting === "any" || route.arresting.includes(arresting));
}
// libs/eligibility/src/facts/arrest.ts
function arrestOf(cycle, convicted) {
	const cells = [];
	let low;
	let high;
	let isDated = true;
	for (const { counts, date, kind } of cycle.steps) {
		if (kind !== "arrest") continue;
		const line = counts[0]?.rows[0]?.line;
		if (line !== void 0) cells.push({
			line,
			column: "STP_EVENT_DATE"
		});
		if (!date) isDated = false;
		else {
			if (low === void 0 || date.earliest < low) low = date.earliest;
			if (high === void 0 || date.latest > high) high = date.latest;
		}
	}
	const latest = boundsOf(convicted).high;
	if (low === void 0 || !isDated) return beforeConviction(convicted, latest, [...cells, ...convicted.cells]);
	if (latest !== void 0 && high !== void 0 && latest < high) high = latest;
	if (latest !== void 0 && latest < low) return unknown("the arrest is dated after the conviction", [...cells, ...convicted.cells]);
	if (low === high) return known(low, cells);
	return bounded(low, high, "the day of the arrest is known only within bounds", cells);
}
function beforeConviction(convicted, latest, cells) {
	const why = "no arrest with a date is on record for this conviction";
	return convicted.state === "unknown" ? unknown(why, cells) : bounded(void 0, latest, why, cells);
}
// libs/eligibility/src/evaluate/subject.ts
var Subject = class Subject {
	#routing;
	#agency;
	#arrested;
	constructor(person, event, context, own) {
		this.person = person;
		this.event = event;
		this.asOf = context.asOf;
		this.county = context.county;
		this.#routing = context.routing;
		this.severity = own.severity;
		this.date = own.date;
		this.birth = own.birth;
		this.amount = own.amount;
	}
	supposing(own) {
		return new Subject(this.person, this.event, {
			asOf: this.asOf,
			county: this.county,
			routing: this.#routing
		}, own);
	}
	get arrested() {
		this.#arrested ??= arrestOf(this.event.cycle, this.date);
		return this.#arrested;
	}
	get agency() {
		this.#agency ??= agencyOf(this.event.cycle, this.severity, this.date, this.#routing);
		return this.#agency;
	}
	get routingName() {
		return this.#routing && `${this.#routing.county} ${this.#routing.version}`;
	}
	get routingDays() {
		return (this.#routing?.routes ?? []).flatMap(({ from, to }) => [from, to]).flatMap((day) => day === void 0 ? [] : [localDate(day)]);
	}
	dateOf(event) {
		return event === this.event ? this.date : event.date;
	}
	severityOf(event) {
		return event === this.event ? this.severity : event.severity;
	}
};
// libs/eligibility/src/evaluate/judge.ts
const NO_AMOUNT = unknown("the state's file does not say how much it was", []);
function subjectsOf(history, context) {
	const county = context.county.trim().toUpperCase();
	const own = history.convictions.filter((conviction) => concernsCounty(conviction, county));
	if (own.length === 0) return [];
	const person = personOf(history);
	const where = {
		asOf: context.asOf,
		county,
		routing: context.routing ?? routingOf(county)
	};
	return own.map((conviction) => {
		const event = person.eventOf(conviction);
		const { date, severity } = event;
		return new Subject(person, event, where, {
			severity,
			date,
			birth: person.birth,
			amount: NO_AMOUNT
		});
	});
}
function judge(subject, compiled) {
	const checks = new Checks(compiled, subject);
	const decision = decide(compiled, checks, subject);
	return {
		subject,
		checks,
		decision,
		verdict: verdictOf(decision, checks, subject, compiled)
	};
}
function verdictOf(decision, checks, subject, compiled) {
	const { rule, ...standing } = rulingOf(decision, subject);
	if (standing.ruleId === "undecided") {
		const open = decision.open.flatMap((index) => checks.check(index).missing);
		return undecided(decision.deciding.length === 0 ? open : missingOf("agency", subject.agency), rule, compiled);
	}
	const titles = isCertain(rule, decision) ? [rule.title] : decision.deciding.map(({ title }) => title);
	const reason = titles.length === 1 ? rule.title : `Whichever applies: ${titles.join(" ")}`;
	return {
		...standing,
		reason,
		legalBasis: rule.legalBasis,
		citation: rule.cite,
		unknownFacts: []
	};
}
const ASKED = {
	offense: "the offense",
	severity: "the severity",
	conviction_date: "the conviction date",
	birth_date: "the birth date",
	disposition: "the disposition",
	county: "which county the court is of",
	relief: "whether it was already relieved",
	sentence: "when the sentence ends",
	agency: "who prosecutes",
	registration: "what the registration is for",
	other_convictions: "the person's other convictions",
	offense_date: "when the offense was committed",
	amount: "the amount",
	other_charges: "the other charges of the case",
	open_case: "whether a case is still open"
};
function undecided(missing, rule, compiled) {
	const facts = [];
	for (const { fact, why, cells } of missing) {
		if (facts.some((known) => known.fact === fact && known.why === why)) continue;
		facts.push({
			fact,
			why,
			cells: cellTexts(cells)
		});
	}
	return {
		outcome: "needs_review",
		ruleId: "undecided",
		reason: `Not known: ${[...new Set(facts.map(({ fact }) => ASKED[fact]))].join("; ")}.`,
		legalBasis: compiled.policy.legalBasis,
		citation: rule.cite,
		unknownFacts: facts
	};
}
// libs/eligibility/src/evaluate/trace.ts
function traceOf(compiled, decision, checks, subject) {
	const { name, version } = compiled.policy;
	return {
		asOf: subject.asOf,
		county: subject.county,
		dialect: "standard/4",
		policy: name,
		policyVersion: version,
		...subject.routingName === void 0 ? {} : { routing: subject.routingName },
		steps: decision.tried.map(({ rule, result }) => ({
			cite: rule.cite,
			outcome: rule.then.outcome,
			result,
			rule: rule.id,
			terms: rule.shown.map((shown) => termOf(shown, checks, compiled)),
			title: rule.title
		}))
	};
}
function termOf(shown, checks, compiled) {
	const { arithmetic, cells, missing, result, value } = checks.check(shown.index);
	const truth = checks.truth(shown.index);
	const unknown = compiled.terms[shown.index]?.unknown;
	const counted = result === "unknown" && truth !== "unknown" ? `; unknown ${unknown ?? ""} by this policy` : "";
	const why = result === "unknown" ? missing.map((each) => each.why) : [];
	return {
		...arithmetic === void 0 ? {} : { arithmetic },
		cells: cellTexts(cells),
		...shown.group === void 0 ? {} : { group: shown.group },
		label: shown.label,
		result: shown.negated ? not(truth) : truth,
		value: why.length === 0 ? value + counted : [value, ...new Set(why)].join("; ") + counted
	};
}
// libs/eligibility/src/evaluate/would-qualify.ts
const RELIEF = ["dismiss", "reduce"];
function wouldQualifyIf(compiled, checks) {
	let best;
	const inFront = new Set();
	const truth = (index) => checks.truth(index);
	for (const rule of compiled.inOrder) {
		if (RELIEF.includes(rule.then.outcome)) {
			const missing = new Set(inFront);
			for (const clause of clauses(compiled, rule, checks, false)) missing.add(clause);
			if (missing.size > 0 && (best === void 0 || missing.size < best.size)) best = missing;
		}
		if (truthOf(rule.node, truth) === false) continue;
		for (const clause of clauses(compiled, rule, checks, true)) inFront.add(clause);
	}
	return best ? [...best] : [];
}
function clauses(compiled, rule, checks, negated) {
	const truth = (index) => checks.truth(index);
	return inTheWay(rule.node, truth, negated).map((found) => {
		const { arithmetic, missing, result } = checks.check(found.index);
		const label = labelOfTerm(compiled, found.index, found.negated);
		const why = result === "unknown" ? [...new Set(missing.map((one) => one.why))] : [];
		const more = arithmetic === void 0 ? why : [arithmetic, ...why];
		return more.length === 0 ? label : `${label} (${more.join("; ")})`;
	});
}
const labels = new WeakMap();
function labelOfTerm(compiled, index, negated) {
	let known = labels.get(compiled);
	if (!known) labels.set(compiled, known = new Map());
	const place = 2 * index + Number(negated);
	let label = known.get(place);
	if (label === void 0) {
		const term = compiled.terms[index];
		if (!term) throw new RangeError(`no term ${index}`);
		known.set(place, label = labelOf(term, negated, compiled.policy.lists));
	}
	return label;
}
// libs/eligibility/src/evaluate/evaluate.ts
function evaluate(history, policy, context) {
	const compiled = compilePolicy(policy, context.asOf);
	return subjectsOf(history, context).map((subject) => written(judge(subject, compiled), compiled));
}
function traceBytes(determination) {
	return canonicalJson(determination);
}
const NOTHING_TO_ASK = [
	"dismiss",
	"reduce",
	"out_of_scope"
];
function written({ checks, decision, subject, verdict }, compiled) {
	const nearest = NOTHING_TO_ASK.includes(verdict.outcome) ? [] : wouldQualifyIf(compiled, checks);
	const { policy } = compiled;
	return {
		convictionKey: subject.event.conviction.key,
		...verdict,
		flags: flagsOf(subject),
		facts: displayFacts(subject, listNamed(policy.lists, policy.scope.statutes)),
		trace: traceOf(compiled, decision, checks, subject),
		...nearest.length > 0 ? { wouldQualifyIf: nearest } : {}
	};
}
// entry.ts
function determine({ rows, beside, wordings, policy, context }) {
	return evaluate(buildHistory(rows, readDispositions(wordings), beside), policy, context).map((made) => ({
		convictionKey: made.convictionKey,
		bytes: traceBytes(made)
	}));
}
export { determine };
