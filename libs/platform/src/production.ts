/** The addresses of what a process talks to, as they were given. */
export interface Addresses {
  readonly PUBLIC_URL: string;
  readonly REDIS_URL?: string | undefined;
  readonly SMTP_URL?: string | undefined;
  readonly DEMO_PEOPLE_FILE?: string | undefined;
}

/** What production refuses, each with the variable that it is about; none where all is well. */
export function refusedInProduction({ DEMO_PEOPLE_FILE, PUBLIC_URL, REDIS_URL, SMTP_URL }: Addresses): string[] {
  return [
    DEMO_PEOPLE_FILE === undefined ? '' : 'DEMO_PEOPLE_FILE: demo people have known passwords',
    new URL(PUBLIC_URL).protocol === 'https:' ? '' : 'PUBLIC_URL: must be an https:// address; sessions need TLS',
    REDIS_URL === undefined ? '' : problemOfRedis(new URL(REDIS_URL)),
    SMTP_URL === undefined ? 'SMTP_URL: is needed, invitations go by mail' : problemOfMail(new URL(SMTP_URL)),
  ].filter((problem) => problem !== '');
}

function problemOfRedis(url: URL): string {
  if (isLoopback(url) || url.password !== '') return '';
  return 'REDIS_URL: a queue on another host needs a password, redis://:PASSWORD@host';
}

/** Links in mails let people in: on the way to another host nobody else may read them. */
function problemOfMail(url: URL): string {
  if (isLoopback(url)) return '';
  const asked = (name: string) => url.searchParams.get(name) === 'true';
  const isSure = (url.protocol === 'smtps:' || asked('requireTLS') || asked('secure')) && !asked('ignoreTLS');
  return isSure ? '' : 'SMTP_URL: mail to another host needs TLS, smtps://host or smtp://host?requireTLS=true';
}

/** Whether an address never leaves the machine. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
