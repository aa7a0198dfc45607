import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ATTACHMENT_ENDINGS, attachmentName, checkAttachment } from "./attachment";
import { makeZip } from "./testing";

const bytes = (...values: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(values.map((value) => (typeof value === "string" ? Buffer.from(value) : Buffer.from(value)))),
  );
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const types = { name: "[Content_Types].xml", content: "<Types/>" };
const docx = makeZip([types, { name: "word/document.xml", content: "<w:document/>" }]);
const xlsx = makeZip([types, { name: "xl/workbook.xml", content: "<workbook/>" }]);
const odf = (kind: string, ...more: { name: string; content: string }[]) =>
  makeZip([{ name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}` }, ...more]);

const GOOD: Readonly<Record<string, Uint8Array>> = {
  ".pdf": bytes("%PDF-1.7\n%âãÏÓ"),
  ".png": bytes(PNG, "rest"),
  ".jpg": bytes([0xff, 0xd8, 0xff, 0xe0], "rest"),
  ".jpeg": bytes([0xff, 0xd8, 0xff, 0xe1], "rest"),
  ".txt": bytes("Bestätigung des Betreibers"),
  ".csv": bytes("Name;Wert\nA;1\n"),
  ".odt": odf("text"),
  ".ods": odf("spreadsheet"),
  ".docx": docx,
  ".xlsx": xlsx,
};
const codeOf = async (content: Uint8Array, name: string) => {
  const checked = await checkAttachment(content, name);
  return checked.ok ? checked.type : checked.code;
};

describe("a file beside an answer", () => {
  it("is taken when ending and content are of the same kind, with its hash and size", async () => {
    expect(Object.keys(GOOD).sort()).toEqual([...ATTACHMENT_ENDINGS].sort());
    for (const [ending, content] of Object.entries(GOOD)) {
      expect(await checkAttachment(content, `Anlage 1${ending.toUpperCase()}`), ending).toMatchObject({
        ok: true,
        size: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      });
    }
  });

  it("is refused for every other ending than its own", async () => {
    const same = new Set([".txt .csv", ".csv .txt", ".jpg .jpeg", ".jpeg .jpg"]);
    for (const [own, content] of Object.entries(GOOD)) {
      for (const other of ATTACHMENT_ENDINGS) {
        if (own === other || same.has(`${own} ${other}`)) continue;
        expect(await codeOf(content, `x${other}`), `${own} as ${other}`).toBe("file-content");
      }
      for (const name of ["x", "x.html", "x.svg", "x.exe", "x.pdf.js", "pdf", ".docm"])
        expect(await codeOf(content, name), name).toBe("file-type");
    }
  });

  it.each([
    ["nothing", bytes(""), "x.pdf", "file-empty"],
    ["21 MB", new Uint8Array(20 * 1024 * 1024 + 1), "x.txt", "file-too-big"],
    ["a page for browsers", bytes("<!doctype html><script>alert(1)</script>"), "x.txt", "file-content"],
    ["NUL bytes", bytes("a\0b"), "x.csv", "file-content"],
    ["a program", bytes([0x7f, 0x45, 0x4c, 0x46], "x"), "x.txt", "file-content"],
    ["a ZIP", makeZip([{ name: "a.txt", content: "a" }]), "x.docx", "file-content"],
    [
      "macros",
      makeZip([types, { name: "word/document.xml", content: "" }, { name: "word/vbaProject.bin", content: "x" }]),
      "x.docx",
      "file-macro",
    ],
    ["Basic", odf("text", { name: "Basic/Standard/Module1.xml", content: "x" }), "x.odt", "file-macro"],
    ["a password", bytes([0xd0, 0xcf, 0x11, 0xe0], "x"), "x.xlsx", "file-encrypted"],
    [
      "an ODF password",
      odf("text", { name: "META-INF/manifest.xml", content: "<m:encryption-data/>" }),
      "x.odt",
      "file-encrypted",
    ],
    [
      "a bomb",
      makeZip([types, { name: "word/document.xml", content: Buffer.alloc(120 * 1024 * 1024), level: 9 }]),
      "x.docx",
      "file-broken",
    ],
    ["half a container", docx.subarray(0, docx.length - 30), "x.docx", "file-broken"],
  ])("%s: refused", async (_what, content, name, code) => {
    expect(await codeOf(content, name)).toBe(code);
  });

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...ATTACHMENT_ENDINGS),
        async (content, ending) => {
          for (const head of [[], PNG, [0x50, 0x4b, 0x03, 0x04]])
            expect(typeof (await checkAttachment(bytes(head, [...content]), `x${ending}`)).ok).toBe("boolean");
        },
      ),
    );
  });
});

describe("its name", () => {
  it("is the name alone", () => {
    expect(attachmentName("C:\\fakepath\\..\\AVV.pdf")).toBe("AVV.pdf");
    expect(attachmentName("../../etc/passwd")).toBe("passwd");
    expect(attachmentName("Rechnung\u202Efdp.exe\r\n")).toBe("Rechnungfdp.exe");
    expect(attachmentName(`${"ä".repeat(300)}.docx`)).toMatch(/^ä{195}\.docx$/);
  });
});
