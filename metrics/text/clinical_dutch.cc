// SPDX-License-Identifier: Apache-2.0
// Clitics: the obligatory replacements of the N-Best 2008 evaluation (rule file variations.glm of
// ASR_NL_benchmark 47dc7d1), without ie, which is a unit. Abbreviations: Taalunie, Technische
// Handleiding; what has a second meaning in a hospital is left out (ca, vg, lo, resp, t.g.v.).
#include "metrics/text/clinical_tables.h"

namespace keur {
namespace {

constexpr Replacement after_apostrophe[] = {
    {"t", "het"}, {"n", "een"}, {"m", "hem"}, {"k", "ik"}, {"r", "er"}, {"ns", "eens"},
};

constexpr Replacement clitics[] = {
    {"d'r", "er"},
    {"z'n", "zijn"},
    {"m'n", "mijn"},
    {"da's", "dat is"},
    {"zometeen", "zo meteen"},
    {"goeie", "goede"},
    {"etcetera", "et cetera"},
};

constexpr std::string_view after_s[] = {"morgens", "ochtends", "middags", "avonds",
                                        "nachts",  "zomers",   "winters"};

constexpr Replacement abbreviations[] = {
    {"pat", "patiënt"},
    {"dhr", "de heer"},
    {"mw", "mevrouw"},
    {"mevr", "mevrouw"},
    {"i.v.m", "in verband met"},
    {"ivm", "in verband met"},
    {"m.b.t", "met betrekking tot"},
    {"mbt", "met betrekking tot"},
    {"m.b.v", "met behulp van"},
    {"mbv", "met behulp van"},
    {"d.m.v", "door middel van"},
    {"dmv", "door middel van"},
    {"n.a.v", "naar aanleiding van"},
    {"nav", "naar aanleiding van"},
    {"a.d.h.v", "aan de hand van"},
    {"adhv", "aan de hand van"},
    {"t.o.v", "ten opzichte van"},
    {"tov", "ten opzichte van"},
    {"i.p.v", "in plaats van"},
    {"ipv", "in plaats van"},
    {"i.o.m", "in overleg met"},
    {"iom", "in overleg met"},
    {"z.s.m", "zo snel mogelijk"},
    {"zsm", "zo snel mogelijk"},
    {"d.w.z", "dat wil zeggen"},
    {"dwz", "dat wil zeggen"},
    {"o.a", "onder andere"},
    {"m.n", "met name"},
    {"z.n", "zo nodig"},
    {"p.o", "per os"},
    {"i.v", "intraveneus"},
    {"s.c", "subcutaan"},
    {"i.m", "intramusculair"},
    {"bijv", "bijvoorbeeld"},
    {"evt", "eventueel"},
    {"vlgs", "volgens"},
    {"bdz", "beiderzijds"},
};

using enum ContextWord::Context;
constexpr ContextWord contexts[] = {
    {"rr", "bloeddruk", before_pressure},    // otherwise the respiratory rate
    {"pt", "patiënt", not_before_quantity},  // PT 12 seconden is a clotting time
    {"li", "links", before_body_part},
    {"re", "rechts", before_body_part},
};

constexpr std::string_view body_parts[] = {
    "arm",        "been",      "bil",         "borst", "bovenarm", "bovenbeen",  "bovenbuik",
    "dijbeen",    "duim",      "elleboog",    "enkel", "flank",    "hand",       "heup",
    "hiel",       "knie",      "kuit",        "lies",  "long",     "mamma",      "nier",
    "onderarm",   "onderbeen", "onderbuik",   "oog",   "oor",      "ovarium",    "pols",
    "scheenbeen", "schouder",  "sleutelbeen", "teen",  "voet",     "wijsvinger", "zij",
};

constexpr std::string_view commands[] = {
    "haakje openen", "haakje sluiten", "schuine streep", "dubbele punt", "nieuwe regel",
    "nieuwe alinea", "puntkomma",      "vraagteken",     "uitroepteken", "streepje",
    "hoofdletter",   "punt",           "komma",
};

constexpr std::string_view kept_accents[] = {"één", "vóór", "dóór"};

}  // namespace

const ClinicalTables& clinical_dutch() {
  static constexpr ClinicalTables tables{after_apostrophe, clitics,    after_s,  abbreviations,
                                         contexts,         body_parts, commands, kept_accents};
  return tables;
}

}  // namespace keur
