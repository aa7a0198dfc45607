/** Which of the interfaces and file formats named for a product are recognised standards, which belong to one maker. */

/** Published by a standards body, a public authority or an open community, and implementable by anyone. */
const OPEN_INTERFACES = words(`
  imap, imap4, pop3, smtp, lmtp, jmap, caldav, carddav, webdav, sieve, milter, activitypub, matrix, xmpp, sip, h.323, webrtc, iax
  ldap, ldapv3, kerberos, radius, 802.1x, saml, saml 2.0, oidc, openid connect, oauth, oauth 2.0, oauth2, scim, fido2, webauthn, totp, eid tr-03124
  dns, http, https, tls, ssh, sftp, ftps, ipsec, snmp, netconf, syslog, icap, mqtt, amqp, nfs, iscsi, posix, openmetrics, opentelemetry, taxii
  s/mime, openpgp, rss, atom, soap, odata, graphql, json:api, json-rpc, xml-rpc, openapi, cmis, oai-pmh, open311, ocm, lsp, lti
  sql, sql/mm, sql/mm spatial, odbc, jdbc, oci, kubernetes, openstack, cap
  wms, wfs, wcs, wmts, csw, sos, ogc, inspire, oparl, z39.50, sru, fhir, hl7, dicom, dcat-ap.de
  osci, xta, xta 2, fim, fit-connect, egvp, edelivery, edelivery as4, as4, peppol, bundid, deüv, sepa, ebics
`);

const OPEN_FORMATS = words(`
  odf, odt, ods, odp, ooxml, docx, xlsx, pptx, pdf, pdf/a, pdf/x, pdf/ua, csv, xml, json, yaml, html, markdown, svg, png, jpeg, tiff, text
  geojson, geopackage, gml, kml, citygml, wkb, wkt, nas, alkis nas, okstra, ifc, bcf, step, gaeb da xml, gaeb, cafm-connect
  eml, mbox, ical, icalendar, vcard, ead, mets, premis, lido, dublin core, bagit, schema.org, publiccode.yml, bpmn, dmn, cmmn, scorm
  ubl, zugferd, xrechnung, eforms, sepa, pades, xades, cades, stix, ova, ovf, ltfs, parquet
`);

/** German public-sector message standards: at once an interface and a format. */
const XOEV = words(`
  xöv, xoev, xmeld, xausländer, xauslaender, xbau, xplanung, xplangml, xfinanz, xgewerbeanzeige, xpersonenstand, xsozial, xvergabe, xwaffe
  xzufi, xdomea, xjustiz, xinneres, xkfz, xdatenfelder, xfall, xbreitband, xtrasse, xhamsterzucht, xpolizei, xubetrieb
`);

/** One maker's own, whether or not it publishes a description. */
const PROPRIETARY_INTERFACES = words(`
  com, com and vba, com and vba automation, vba, ole, activex, mapi, ews, exchange web services, activesync, eas, microsoft graph, ms graph, graph, azure, wmi, t-sql, dax
  bapi, rfc, idoc, sap, ica, pcoip, blast, rdp, dxl, arcobjects
`);

const PROPRIETARY_FORMATS = words(`
  dwg, pst, ost, nsf, psd, indd, mpp, accdb, mdb, vsdx, vsd, doc, xls, ppt, xfa, file geodatabase, one, pub
`);

/** Words that describe how something is offered, not what it is. */
const SUFFIX =
  /\s+(apis?|gateway|plugin|file|files|protocol|federation|dial-in|transfer|interfaces?|standards?|automation|export|schnittstellen?)$/;
/** Said to be missing, planned, partial, or only read in: neither proves openness nor a dependency. */
const NOT_REALLY =
  /\b(planned|removed|experimental|preview|varies|partial|deprecated|import|geplant|entfernt|teilweise)\b/;

export type StandardKind = "open" | "proprietary" | "other";

/** What the names listed for a product amount to. `other` = named, but not recognised either way. */
export interface Recognised {
  readonly open: readonly string[];
  readonly proprietary: readonly string[];
  readonly other: readonly string[];
}

/**
 * Sorts the names listed for a product into interfaces and file formats, and each by openness.
 * A message standard such as XMeld counts as both. Generic names (REST, web services) are `other` interfaces: a style, not a standard.
 */
export function recognise(names: readonly string[]): { readonly interfaces: Recognised; readonly formats: Recognised } {
  const interfaces = { open: [] as string[], proprietary: [] as string[], other: [] as string[] };
  const formats = { open: [] as string[], proprietary: [] as string[], other: [] as string[] };
  for (const name of new Set(names.flatMap(split))) {
    const key = keyOf(name);
    const both = XOEV.has(key) || key === "sepa";
    if (both || OPEN_FORMATS.has(key)) formats.open.push(name);
    if (PROPRIETARY_FORMATS.has(key)) formats.proprietary.push(name);
    if (both || OPEN_INTERFACES.has(key)) interfaces.open.push(name);
    else if (PROPRIETARY_INTERFACES.has(key) || /\b(proprietary|proprietär)/i.test(name))
      interfaces.proprietary.push(name);
    else if (!OPEN_FORMATS.has(key) && !PROPRIETARY_FORMATS.has(key)) interfaces.other.push(name);
  }
  return { interfaces, formats };
}

/** `OGC WMS, WFS` and `SIP and H.323` are several names; `PDF/A` is one. */
function split(entry: string): string[] {
  return entry
    .replace(/\bimport (?:and|und|&) export\b/gi, " ")
    .replace(/\([^)]*\)/g, (inside) =>
      NOT_REALLY.test(inside.toLowerCase()) || /propriet/i.test(inside) ? inside : " ",
    )
    .split(/\s*[,;]\s*|\s+(?:and|und|et|en|&)\s+(?!vba)/i)
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "");
}

function keyOf(name: string): string {
  let key = name.toLowerCase();
  if (NOT_REALLY.test(key)) return `(${key})`;
  key = key
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+(via|through|over|über)\s.*$/, "")
    .replace(/^ogc\s+(?=(wms|wfs|wcs|wmts|csw|sos)\b)/, "")
    .trim();
  for (let before = ""; before !== key;) {
    before = key;
    key = key.replace(SUFFIX, "").trim();
  }
  return key;
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  );
}
