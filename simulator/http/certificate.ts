import { webcrypto } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import * as x509 from "@peculiar/x509";

/** Where the usual systems keep their own trusted roots. */
const systemBundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** The certificates of one simulator, in a temporary folder of its own. */
export interface Certificates {
  /** PEM of the server's certificate and key. */
  readonly server: { readonly cert: string; readonly key: string };
  /** File with our certificate authority alone. */
  readonly authorityFile: string;
  /** File with the system's roots and ours: for clients that take one bundle instead of an addition. */
  readonly bundleFile: string;
  /** Removes the files. */
  readonly discard: () => Promise<void>;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** Makes a certificate authority and a server certificate for loopback, valid for a few days. */
export async function createCertificates(): Promise<Certificates> {
  x509.cryptoProvider.set(webcrypto);
  const valid = {
    notBefore: new Date(Date.now() - 60 * 60 * 1000),
    notAfter: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000),
    signingAlgorithm: algorithm,
  };
  const authorityKeys = await newKeys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...valid,
    name: "CN=Azure simulator certificate authority",
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const serverKeys = await newKeys();
  const server = await x509.X509CertificateGenerator.create({
    ...valid,
    subject: "CN=127.0.0.1",
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    // Strict clients, Python among them, demand both key identifiers.
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: "ip", value: "127.0.0.1" },
        { type: "dns", value: "localhost" },
      ]),
      await x509.SubjectKeyIdentifierExtension.create(serverKeys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), "azure-simulator-"));
  discardAtExit(folder);
  const authorityFile = join(folder, "authority.pem");
  const bundleFile = join(folder, "bundle.pem");
  await writeFile(authorityFile, authority.toString("pem"));
  await writeFile(bundleFile, `${systemRoots()}\n${authority.toString("pem")}\n`);
  return {
    server: { cert: server.toString("pem"), key: await privateKeyPem(serverKeys) },
    authorityFile,
    bundleFile,
    discard: async () => {
      await rm(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

/** Folders of simulators that are still open. */
const folders = new Set<string>();

/** A process that exits with its simulator still open leaves nothing either. */
function discardAtExit(folder: string): void {
  folders.add(folder);
  if (isDiscarding) return;
  isDiscarding = true;
  process.once("exit", () => {
    for (const left of folders) rmSync(left, { recursive: true, force: true });
  });
}
let isDiscarding = false;

function systemRoots(): string {
  const given = process.env["SSL_CERT_FILE"];
  const file = [...(given === undefined ? [] : [given]), ...systemBundles].find((candidate) =>
    existsSync(candidate),
  );
  return file === undefined ? rootCertificates.join("\n") : readFileSync(file, "utf8");
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function privateKeyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return x509.PemConverter.encode(der, "PRIVATE KEY");
}
