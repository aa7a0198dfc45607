/** Countries as inventories name them: ISO 3166-1 alpha-2 and names in German, English, Finnish, Dutch, French. */
export interface Country {
  readonly code: string;
  readonly bloc: "EU" | "EEA" | null;
  readonly names: readonly string[];
}

const country = (code: string, bloc: Country["bloc"], names: string): Country => ({
  code,
  bloc,
  names: names.split("|"),
});

/** EU, EEA, and the countries in which providers of cities have their seat or data centres. */
export const COUNTRIES: readonly Country[] = [
  country("AT", "EU", "Österreich|Austria|Itävalta|Oostenrijk|Autriche"),
  country("BE", "EU", "Belgien|Belgium|Belgia|België|Belgique"),
  country("BG", "EU", "Bulgarien|Bulgaria|Bulgarije|Bulgarie"),
  country("CY", "EU", "Zypern|Cyprus|Kypros|Chypre"),
  country(
    "CZ",
    "EU",
    "Tschechien|Tschechische Republik|Czechia|Czech Republic|Tšekki|Tsjechië|Tchéquie|République tchèque",
  ),
  country("DE", "EU", "Deutschland|Germany|Saksa|Duitsland|Allemagne|Bundesrepublik Deutschland|BRD|D"),
  country("DK", "EU", "Dänemark|Denmark|Tanska|Denemarken|Danemark"),
  country("EE", "EU", "Estland|Estonia|Viro|Estonie"),
  country("ES", "EU", "Spanien|Spain|Espanja|Spanje|Espagne"),
  country("FI", "EU", "Finnland|Finland|Suomi|Finlande"),
  country("FR", "EU", "Frankreich|France|Ranska|Frankrijk"),
  country("GR", "EU", "Griechenland|Greece|Kreikka|Griekenland|Grèce"),
  country("HR", "EU", "Kroatien|Croatia|Kroatia|Kroatië|Croatie"),
  country("HU", "EU", "Ungarn|Hungary|Unkari|Hongarije|Hongrie"),
  country("IE", "EU", "Irland|Ireland|Irlanti|Ierland|Irlande|Republik Irland|Republic of Ireland"),
  country("IT", "EU", "Italien|Italy|Italia|Italië|Italie"),
  country("LT", "EU", "Litauen|Lithuania|Liettua|Litouwen|Lituanie"),
  country("LU", "EU", "Luxemburg|Luxembourg"),
  country("LV", "EU", "Lettland|Latvia|Letland|Lettonie"),
  country("MT", "EU", "Malta|Malte"),
  country("NL", "EU", "Niederlande|Netherlands|The Netherlands|Alankomaat|Hollanti|Nederland|Pays-Bas|Holland"),
  country("PL", "EU", "Polen|Poland|Puola|Pologne"),
  country("PT", "EU", "Portugal|Portugali"),
  country("RO", "EU", "Rumänien|Romania|Roemenië|Roumanie"),
  country("SE", "EU", "Schweden|Sweden|Ruotsi|Zweden|Suède"),
  country("SI", "EU", "Slowenien|Slovenia|Slovenië|Slovénie"),
  country("SK", "EU", "Slowakei|Slovakia|Slowakije|Slovaquie"),
  country("IS", "EEA", "Island|Iceland|Islanti|IJsland|Islande"),
  country("LI", "EEA", "Liechtenstein"),
  country("NO", "EEA", "Norwegen|Norway|Norja|Noorwegen|Norvège"),
  country("CH", null, "Schweiz|Switzerland|Sveitsi|Zwitserland|Suisse"),
  country(
    "GB",
    null,
    "Vereinigtes Königreich|Großbritannien|United Kingdom|Great Britain|UK|England|Iso-Britannia|Yhdistynyt kuningaskunta|Verenigd Koninkrijk|Groot-Brittannië|Royaume-Uni|Grande-Bretagne",
  ),
  country(
    "US",
    null,
    "USA|Vereinigte Staaten|Vereinigte Staaten von Amerika|United States|United States of America|U.S.A.|U.S.|Yhdysvallat|Verenigde Staten|États-Unis",
  ),
  country("CA", null, "Kanada|Canada"),
  country("JP", null, "Japan|Japani|Japon"),
  country("KR", null, "Südkorea|South Korea|Republic of Korea|Etelä-Korea|Zuid-Korea|Corée du Sud"),
  country("IL", null, "Israel|Israël"),
  country("NZ", null, "Neuseeland|New Zealand|Uusi-Seelanti|Nieuw-Zeeland|Nouvelle-Zélande"),
  country("AU", null, "Australien|Australia|Australië|Australie"),
  country("IN", null, "Indien|India|Intia|Inde"),
  country("CN", null, "China|Volksrepublik China|Kiina|Chine"),
  country("HK", null, "Hongkong|Hong Kong"),
  country("SG", null, "Singapur|Singapore|Singapour"),
  country("RU", null, "Russland|Russia|Russische Föderation|Russian Federation|Venäjä|Rusland|Russie"),
  country("TR", null, "Türkei|Turkey|Türkiye|Turkki|Turkije|Turquie"),
  country("UA", null, "Ukraine|Ukraina|Oekraïne"),
  country("RS", null, "Serbien|Serbia|Servië|Serbie"),
  country("BR", null, "Brasilien|Brazil|Brasilia|Brazilië|Brésil"),
  country("ZA", null, "Südafrika|South Africa|Etelä-Afrikka|Zuid-Afrika|Afrique du Sud"),
  country("AE", null, "Vereinigte Arabische Emirate|United Arab Emirates|UAE"),
];
