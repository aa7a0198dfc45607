import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-8: energy and raw materials. Labels of 8.2 to 8.4 come twice in the annex; that is shown, not repaired. */
export const sustainabilityCriteria: readonly Criterion[] = [
  ladder(
    "SOV-8.1",
    {
      de: "Wie sparsam gehen die Rechenzentren mit Strom um?",
      en: "How thrifty are the data centres with electricity?",
    },
    {
      de: "Gemeint ist die PUE: gesamter Strom des Rechenzentrums geteilt durch den Strom der IT; 1,0 ist der bestmögliche Wert. Beispiel: Das kommunale Rechenzentrum weist für das letzte Jahr 1,28 aus: Stufe 4.",
      en: "This means the PUE: electricity of the whole data centre divided by that of its IT; 1.0 is the best possible. Example: the municipal data centre reports 1.28 for last year: step 4.",
    },
    [
      ["PUE nicht unter 3 (im Original „PUE > 0“)", "PUE not below 3 (“PUE > 0” in the original)"],
      ["PUE unter 3", "PUE below 3"],
      ["PUE unter 1,5 und ein Plan zur Senkung", "PUE below 1.5 and a plan to lower it"],
      ["PUE unter 1,3", "PUE below 1.3"],
      ["PUE unter 1,2, in der EU geprüft", "PUE below 1.2, verified in the EU"],
    ],
  ),
  ladder(
    "SOV-8.2",
    { de: "Wird Hardware wiederverwendet und verwertet?", en: "Is hardware reused and recycled?" },
    {
      de: "Gemeint sind Aufarbeitung, Weiternutzung und Entsorgung. Stufe 2 und 4 heißen im Original gleich, zählen aber verschieden; wir empfehlen Stufe 4, wenn die Aussage zutrifft. Beispiel: ein schriftlich geregeltes Programm für ausgemusterte Server: Stufe 3.",
      en: "This means refurbishing, further use and disposal. Steps 2 and 4 bear the same label in the original but count differently; we suggest step 4 if it holds. Example: a written programme for retired servers: step 3.",
    },
    [
      ["Keine Regelung", "No policy"],
      [
        "Kreislaufwirtschaft nach Zielen der EU (im Original wie Stufe 4)",
        "Circular economy in line with the EU (in the original like step 4)",
      ],
      ["Dokumentiertes Programm", "Documented programme"],
      [
        "Kreislaufwirtschaft nach Zielen der EU (im Original wie Stufe 2)",
        "Circular economy in line with the EU (in the original like step 2)",
      ],
      ["Lebenszyklus in der EU zertifiziert", "Life cycle certified in the EU"],
    ],
  ),
  ladder(
    "SOV-8.3",
    {
      de: "Wird über die Umweltwirkung des Dienstes berichtet?",
      en: "Is the environmental impact of the service reported?",
    },
    {
      de: "Gemeint sind Treibhausgase, Wasser und weitere Größen. Stufe 2 und 4 heißen im Original gleich, zählen aber verschieden; wir empfehlen Stufe 4, wenn die Aussage zutrifft. Beispiel: ein jährlicher Umweltbericht des Rechenzentrums ohne Methode der EU: Stufe 3.",
      en: "This means greenhouse gases, water and other measures. Steps 2 and 4 bear the same label in the original but count differently; we suggest step 4 if it holds. Example: the data centre's yearly environmental report without an EU methodology: step 3.",
    },
    [
      ["Kein Bericht", "No report"],
      [
        "Ausführlich nach Methode der EU (im Original wie Stufe 4)",
        "In detail by an EU methodology (in the original like step 4)",
      ],
      ["Jährlicher Bericht", "Yearly report"],
      [
        "Ausführlich nach Methode der EU (im Original wie Stufe 2)",
        "In detail by an EU methodology (in the original like step 2)",
      ],
      ["Bericht in der EU geprüft", "Report audited in the EU"],
    ],
  ),
  ladder(
    "SOV-8.4",
    { de: "Woher kommt die Energie?", en: "Where does the energy come from?" },
    {
      de: "Gemeint ist der Strom für Infrastruktur und Betrieb. Stufe 2 und 4 heißen im Original gleich, zählen aber verschieden; wir empfehlen Stufe 4, wenn die Aussage zutrifft. Beispiel: nachgewiesener Ökostrom aus der EU: Stufe 5.",
      en: "This means the electricity for infrastructure and operation. Steps 2 and 4 bear the same label in the original but count differently; we suggest step 4 if it holds. Example: proven green electricity from the EU: step 5.",
    },
    [
      ["Nicht nachvollziehbar", "Not traceable"],
      ["Nur aus der EU (im Original wie Stufe 4)", "From the EU only (in the original like step 4)"],
      ["Teils aus der EU, teils von außerhalb", "Partly from the EU, partly from outside"],
      ["Nur aus der EU (im Original wie Stufe 2)", "From the EU only (in the original like step 2)"],
      ["Nur erneuerbare Energie aus der EU", "Renewable energy from the EU only"],
    ],
  ),
];
