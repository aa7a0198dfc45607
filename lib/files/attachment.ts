import { createHash } from "node:crypto";
import { decodeText, isZip } from "./decode";
import { LIMITS, RefusalError } from "./types";
import { unzip } from "./unzip";

/** A kind of file that may be kept beside an answer: what its name ends in, what it is served as, how its bytes begin. */
interface AttachmentKind {
  readonly extensions: readonly string[];
  readonly type: string;
  readonly signature?: readonly number[];
  /** Containers: the media type that OpenDocument states, or the part that OOXML must have. */
  readonly container?: { readonly mimetype: string } | { readonly part: string };
}

const odf = (name: string) => `application/vnd.oasis.opendocument.${name}`;
const ooxml = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`;

const KINDS: readonly AttachmentKind[] = [
  { extensions: ["pdf"], type: "application/pdf", signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { extensions: ["png"], type: "image/png", signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { extensions: ["jpg", "jpeg"], type: "image/jpeg", signature: [0xff, 0xd8, 0xff] },
  { extensions: ["txt"], type: "text/plain" },
  { extensions: ["csv"], type: "text/csv" },
  { extensions: ["odt"], type: odf("text"), container: { mimetype: odf("text") } },
  { extensions: ["ods"], type: odf("spreadsheet"), container: { mimetype: odf("spreadsheet") } },
  { extensions: ["docx"], type: ooxml("wordprocessingml.document"), container: { part: "word/document.xml" } },
  { extensions: ["xlsx"], type: ooxml("spreadsheetml.sheet"), container: { part: "xl/workbook.xml" } },
];

/** Endings for the `accept` of a file field. */
export const ATTACHMENT_ENDINGS: readonly string[] = KINDS.flatMap(({ extensions }) =>
  extensions.map((each) => `.${each}`),
);

export type AttachmentRefusal =
  "file-empty" | "file-too-big" | "file-type" | "file-content" | "file-macro" | "file-encrypted" | "file-broken";

export type AttachmentCheck =
  | {
      readonly ok: true;
      readonly fileName: string;
      readonly type: string;
      readonly size: number;
      /** SHA-256 over the bytes, hex. */
      readonly sha256: string;
    }
  | { readonly ok: false; readonly code: AttachmentRefusal };

/**
 * May this file be kept? Ending and content have to be of the same kind; documents with macros or a password are
 * refused. Nothing in it is executed, rendered or kept open. Never throws for what is in the file.
 */
export async function checkAttachment(bytes: Uint8Array, givenName: string): Promise<AttachmentCheck> {
  const refused = (code: AttachmentRefusal): AttachmentCheck => ({ ok: false, code });
  if (bytes.length === 0) return refused("file-empty");
  if (bytes.length > LIMITS.bytes) return refused("file-too-big");
  const fileName = attachmentName(givenName);
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const kind = KINDS.find(({ extensions }) => extensions.includes(ending));
  if (kind === undefined) return refused("file-type");
  const problem = await contentProblem(bytes, kind);
  if (problem !== null) return refused(problem);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ok: true, fileName, type: kind.type, size: bytes.length, sha256 };
}

async function contentProblem(bytes: Uint8Array, kind: AttachmentKind): Promise<AttachmentRefusal | null> {
  if (kind.signature !== undefined) {
    return kind.signature.every((byte, i) => bytes[i] === byte) ? null : "file-content";
  }
  if (kind.container !== undefined) return containerProblem(bytes, kind.container);
  try {
    if (isZip(bytes)) return "file-content";
    decodeText(bytes);
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return "file-content";
    throw error;
  }
}

/** Macros and scripts of OOXML and OpenDocument. */
const ACTIVE = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/./i;

async function containerProblem(
  bytes: Uint8Array,
  expected: NonNullable<AttachmentKind["container"]>,
): Promise<AttachmentRefusal | null> {
  // A workbook with a password is an OLE container.
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)) return "file-encrypted";
  if (!isZip(bytes)) return "file-content";
  const names: string[] = [];
  try {
    const parts = await unzip(bytes, (name) => {
      names.push(name);
      return name === "mimetype" || name === "META-INF/manifest.xml";
    });
    if (names.some((name) => ACTIVE.test(name))) return "file-macro";
    if ("part" in expected) {
      return names.includes("[Content_Types].xml") && names.includes(expected.part) ? null : "file-content";
    }
    if (parts.get("mimetype")?.toString("latin1").trim() !== expected.mimetype) return "file-content";
    return parts.get("META-INF/manifest.xml")?.includes("encryption-data") === true ? "file-encrypted" : null;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return error.code === "encrypted" ? "file-encrypted" : "file-broken";
  }
}

/** The name alone, without folders, control characters and signs that turn the direction of writing; 200 at most, ending kept. */
export function attachmentName(given: string): string {
  const plain = wellFormed(given.split(/[\\/]/).at(-1) ?? "")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .trim();
  if (plain.length <= 200) return plain;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? "";
  return wellFormed(plain.slice(0, 200 - ending.length)) + ending;
}

/** A database refuses half a surrogate pair. */
const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
