// A real OpenID provider (the package oidc-provider) for the tests: people who are signed in without being asked, and, when it is told to, a
// step after it that misbehaves as a real provider would not. Started with the folder that holds node_modules and the address of the pages;
// says its port on standard output; ends with its standard input.
import { createServer } from 'node:http';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createRequire } from 'node:module';

const [folder, pages] = process.argv.slice(2);
const { Provider } = createRequire(`${folder}/`)('oidc-provider');

const SECRET = 'a secret: with signs & spaces, of 32+ letters';
const PEOPLE = {
  anna: { preferred_username: 'caseworker', name: 'Anna Ek', tyngd: { roles: ['tyngd-handläggare'] }, department: 'Söder' },
  bo: { preferred_username: 'nobody-here', name: 'Bo Åker', tyngd: { roles: [] } },
  eva: { preferred_username: 'caseworker', name: 'Eva Ek' },
  kim: { preferred_username: 'kim.alm', employee: '1007', name: 'Kim Alm', tyngd: { roles: ['tyngd-handläggare'] }, department: 'north' },
};

const pair = (kid) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, jwk: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' } };
};
const [own, foreign] = [pair('own'), pair('foreign')];
const state = { person: 'anna', fault: 'none', keys: 'own' };

const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'tyngdpunkt',
      client_secret: SECRET,
      redirect_uris: [`${pages}/sign-in/openid/back`],
      post_logout_redirect_uris: [`${pages}/sign-in`],
      backchannel_logout_uri: `${pages}/sign-out/openid`,
      backchannel_logout_session_required: true,
    },
  ],
  jwks: { keys: [own.jwk] },
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub', 'tyngd', 'department', 'employee'], profile: ['name', 'preferred_username'] },
  // As most providers do, some claims are in the ID token and the rest is told when asked.
  conformIdTokenClaims: true,
  features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
  // By itself it would tell nobody on this very computer.
  fetch: (url, { method, headers, body }) => fetch(url, { method, headers, body }),
  renderError: (ctx, out) => { ctx.type = 'text'; ctx.body = JSON.stringify(out); },
});

const base64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const open = (token) => token.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
const signed = (header, claims, key) => {
  const text = `${base64(header)}.${base64(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
};
const now = () => Math.floor(Date.now() / 1000);

// What is done to the claims before they are signed, with the provider's own key.
const CLAIMS = {
  nonce: (claims) => ({ ...claims, nonce: 'another' }),
  'no-nonce': ({ nonce, ...claims }) => claims,
  expired: (claims) => ({ ...claims, iat: now() - 7200, exp: now() - 3600 }),
  'no-expiry': ({ exp, ...claims }) => claims,
  future: (claims) => ({ ...claims, iat: now() + 3600, exp: now() + 7200 }),
  audience: (claims) => ({ ...claims, aud: 'another-client' }),
  'second-audience': (claims) => ({ ...claims, aud: ['tyngdpunkt', 'another-client'] }),
  party: (claims) => ({ ...claims, aud: ['tyngdpunkt', 'another-client'], azp: 'another-client' }),
  issuer: (claims) => ({ ...claims, iss: 'https://elsewhere.example' }),
  subject: ({ sub, ...claims }) => claims,
  'access-token': (claims) => ({ ...claims, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  'log-out': (claims) => ({ ...claims, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }),
};

// What is done to the token itself.
const TOKEN = {
  tampered: (token) => {
    const [header, , signature] = token.split('.');
    return `${header}.${base64({ ...open(token)[1], sub: 'kim' })}.${signature}`;
  },
  unsigned: (token) => `${base64({ alg: 'none' })}.${base64(open(token)[1])}.`,
  'shared-secret': (token) => {
    const text = `${base64({ alg: 'HS256' })}.${base64(open(token)[1])}`;
    return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
  },
  'foreign-key': (token) => signed({ alg: 'RS256', kid: 'foreign' }, open(token)[1], foreign.privateKey),
  'foreign-key-own-name': (token) => signed({ alg: 'RS256', kid: 'own' }, open(token)[1], foreign.privateKey),
  critical: (token) => signed({ alg: 'RS256', kid: 'own', crit: ['x'], x: 1 }, open(token)[1], own.privateKey),
  garbage: () => 'garbage',
};

provider.use(async (ctx, next) => {
  await next();
  if (ctx.path === '/token' && ctx.body?.id_token) {
    const [header, claims] = open(ctx.body.id_token);
    const changed = CLAIMS[state.fault];
    if (changed) ctx.body.id_token = signed(header, changed(claims), own.privateKey);
    else if (TOKEN[state.fault]) ctx.body.id_token = TOKEN[state.fault](ctx.body.id_token);
  }
  if (ctx.path === '/me' && state.fault === 'other-user') ctx.body = { ...ctx.body, sub: 'kim' };
});

const handle = provider.callback();
server.on('request', async (request, answer) => {
  const { pathname: path, searchParams } = new URL(request.url, issuer);
  if (path === '/test/tell') {
    Object.assign(state, Object.fromEntries(searchParams));
    return answer.end();
  }
  if (path === '/test/log-out-token') {
    // A token of log-out as the provider makes them, with what is asked to be otherwise.
    const claims = {
      iss: issuer, aud: 'tyngdpunkt', iat: now(), exp: now() + 120, jti: `j-${Math.random()}`, sub: 'anna',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...JSON.parse(searchParams.get('with') ?? '{}'),
    };
    const key = searchParams.has('foreign') ? foreign : own;
    return answer.end(signed({ alg: 'RS256', kid: 'own', typ: 'logout+jwt' }, claims, key.privateKey));
  }
  if (state.fault === 'down') {
    return answer.writeHead(503).end();
  }
  if (state.keys === 'old' && path === '/jwks') {
    // Only once: then the new key is there.
    state.keys = 'own';
    const { kty, n, e, kid } = foreign.jwk;
    return answer.end(JSON.stringify({ keys: [{ kty, n, e, kid }] }));
  }
  if (state.fault === 'stay' && path === '/session/end') {
    return answer.writeHead(204).end();
  }
  if (path.startsWith('/interaction/')) {
    if (state.person === 'none') {
      return provider.interactionFinished(request, answer, { error: 'access_denied' });
    }
    return provider.interactionFinished(request, answer, { login: { accountId: state.person } });
  }
  return handle(request, answer);
});

process.stdin.resume().on('end', () => process.exit());
console.log(`port ${server.address().port}`);
