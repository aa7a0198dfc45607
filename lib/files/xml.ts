import { RefusalError } from "./types";

/** Attributes of a tag by local name (`r:id` → `id`; the unprefixed one wins). */
export type Attributes = (name: string) => string | undefined;

export interface XmlHandler {
  /** Local name, without prefix. Self-closing tags are followed by `close`. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,8})|#x([0-9a-fA-F]{1,7})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (typeof name === "string") return NAMED[name] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return validChar(code) ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** NUL and surrogates are no characters; a database refuses them. */
function validChar(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(source: string): Attributes {
  return (wanted) => {
    let prefixed: string | undefined;
    for (const match of source.matchAll(/([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const name = match[1] ?? "";
      if (localName(name) !== wanted) continue;
      const value = decodeEntities(match[2] ?? match[3] ?? "");
      if (name === wanted) return value;
      prefixed ??= value;
    }
    return prefixed;
  };
}

/** End of a tag that starts at `from`; a `>` inside an attribute value does not count. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf(">", from);
  const quote = /["']/g;
  quote.lastIndex = from;
  for (let match = quote.exec(xml); match !== null && match.index < end; match = quote.exec(xml)) {
    const closing = xml.indexOf(match[0], match.index + 1);
    if (closing < 0) return -1;
    if (closing > end) end = xml.indexOf(">", closing);
    if (end < 0) return -1;
    quote.lastIndex = closing + 1;
  }
  return end;
}

/**
 * Walks through the XML of a spreadsheet without building a tree. Just what office files contain: no DTD, hence no
 * entity expansion, no external references.
 * @throws RefusalError sheet-broken
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf("<", position);
    if (open < 0) break;
    if (open > position) handler.text(decodeEntities(xml.slice(position, open)));
    if (xml.startsWith("<!--", open)) position = skipTo(xml, "-->", open);
    else if (xml.startsWith("<![CDATA[", open)) {
      position = skipTo(xml, "]]>", open);
      handler.text(xml.slice(open + 9, position - 3));
    } else if (xml.startsWith("<?", open)) position = skipTo(xml, "?>", open);
    else if (xml.startsWith("<!", open)) throw new RefusalError("sheet-broken", { detail: "DOCTYPE" });
    else {
      const end = tagEnd(xml, open + 1);
      if (end < 0) throw new RefusalError("sheet-broken", { detail: "XML" });
      readTag(xml.slice(open + 1, end), handler);
      position = end + 1;
    }
  }
}

function readTag(source: string, handler: XmlHandler): void {
  if (source.startsWith("/")) {
    handler.close(localName(source.slice(1).trim()));
    return;
  }
  const selfClosing = source.endsWith("/");
  const nameEnd = source.search(/[\s/]/);
  const name = localName(nameEnd < 0 ? source : source.slice(0, nameEnd));
  handler.open(name, attributesOf(nameEnd < 0 ? "" : source.slice(nameEnd)));
  if (selfClosing) handler.close(name);
}

function skipTo(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new RefusalError("sheet-broken", { detail: "XML" });
  return at + mark.length;
}

/** Bytes of an XML part → text: UTF-8, or UTF-16 when it begins with its mark. */
export function xmlText(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
}
