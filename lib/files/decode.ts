import iconv from "iconv-lite";
import { RefusalError, type Encoding, type RefusalCode } from "./types";

interface Signature {
  readonly code: RefusalCode;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { code: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { code: "image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { code: "image", bytes: [0xff, 0xd8, 0xff] },
  { code: "image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { code: "ole", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { code: "gzip", bytes: [0x1f, 0x8b] },
  { code: "binary", bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { code: "binary", bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { code: "binary", bytes: [0x52, 0x61, 0x72, 0x21] },
];

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.length <= bytes.length && prefix.every((byte, index) => bytes[index] === byte);
}

/** True for any ZIP container (XLSX, ODS, DOCX, plain ZIP), empty and spanned ones included. */
export function isZip(bytes: Uint8Array): boolean {
  return [0x03, 0x05, 0x07].some((third) => startsWith(bytes, [0x50, 0x4b, third, third + 1]));
}

/** The kind of binary file the first bytes give away, or null. ZIP containers are not in it: see `isZip`. */
export function binaryKind(bytes: Uint8Array): RefusalCode | null {
  return SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.code ?? null;
}

/** UTF-16 without a byte order mark: every other byte of the beginning is NUL, the rest is not. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 2000);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = (length / 2) * 0.7;
  if (odd >= enough && even === 0) return "utf-16le";
  if (even >= enough && odd === 0) return "utf-16be";
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes strictly where `TextDecoder` would replace; lone surrogates become U+FFFD because a database refuses them. */
function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: false,
  });
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Windows-1252 with bytes that this code page does not define: probably another code page (DOS, Mac). */
  readonly doubtful: boolean;
}

/**
 * Bytes of a text file → text without byte order mark, and the encoding found: by BOM, else UTF-8 when valid, else
 * Windows-1252, which is what older Excel exports are.
 * @throws RefusalError for binary files, HTML pages, NUL bytes
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const binary = binaryKind(bytes);
  if (binary !== null) throw new RefusalError(binary);

  const decoded = decodeByMark(bytes);
  const nul = decoded.text.indexOf("\0");
  if (nul >= 0) {
    const line = decoded.text.slice(0, nul).split(/\r\n|\n|\r/).length;
    throw new RefusalError("nul-bytes", { line });
  }
  const beginning = decoded.text.slice(0, 4000);
  if (/^\s*<(?:!doctype\s+html|html|\?xml)/i.test(beginning)) throw new RefusalError("html");
  if (beginning.startsWith("{\\rtf")) throw new RefusalError("binary");
  // Text has hardly any control characters besides tab and line ends.
  const controls = beginning.match(/[\u0001-\u0008\u000B\u000E-\u001F\u007F]/g)?.length ?? 0;
  if (controls > beginning.length * 0.1) throw new RefusalError("binary");
  return decoded;
}

function decodeByMark(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    const text = decodeUtf8(bytes.subarray(3));
    if (text !== null) return { text, encoding: "utf-8", doubtful: false };
    return decodeSingleByte(bytes.subarray(3));
  }
  if (startsWith(bytes, [0xff, 0xfe]))
    return { text: decodeUtf16(bytes.subarray(2), "utf-16le"), encoding: "utf-16le", doubtful: false };
  if (startsWith(bytes, [0xfe, 0xff]))
    return { text: decodeUtf16(bytes.subarray(2), "utf-16be"), encoding: "utf-16be", doubtful: false };
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return { text: decodeUtf16(bytes, utf16), encoding: utf16, doubtful: false };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", doubtful: false };
  return decodeSingleByte(bytes);
}

function decodeSingleByte(bytes: Uint8Array): Decoded {
  // Node's own decoder for windows-1252 reads 0x80–0x9F as Latin-1 on some versions; iconv-lite does not.
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "windows-1252");
  return { text, encoding: "windows-1252", doubtful: /[\uFFFD\u0081\u008D\u008F\u0090\u009D]/.test(text) };
}
