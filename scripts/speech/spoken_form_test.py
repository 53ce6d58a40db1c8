# SPDX-License-Identifier: Apache-2.0
"""python3 scripts/speech/spoken_form_test.py"""

import pathlib
import unittest

from spoken_form import spoken_form

# language, written, spoken: one line for each rule, and what it must leave alone.
CASES = [
    ("en", "blood pressure 120/80", "blood pressure 120 over 80"),
    ("en", "metoprolol 50 mg twice", "metoprolol 50 milligrams twice"),
    ("en", "amoxicillin 1 g", "amoxicillin 1 gram"),
    ("en", "weight 71.5 kg, lower", "weight 71.5 kilograms, lower"),
    ("en", "7.9 mmol/l and 40 mmol more", "7.9 millimoles per litre and 40 millimoles more"),
    ("en", "Saturation 88% on air", "Saturation 88 percent on air"),
    ("en", "at 8:00, 8:30 and 9:05", "at 8 o'clock, 8 30 and 9 oh 5"),
    ("en", "GP saw ECG and INR", "G P saw E C G and I N R"),
    ("en", "vitamin B12, X-ray", "vitamin B 12, X ray"),
    ("en", "7 out of 10 when coughing", "7 out of 10 when coughing"),
    ("en", "grade 2 giving way", "grade 2 giving way"),
    ("nl", "Bloeddruk 135/85", "Bloeddruk 135 over 85"),
    ("nl", "25 mcg, 0,3 mg en 1 g", "25 microgram, 0,3 milligram en 1 gram"),
    ("nl", "om 8:30, tot 6:00", "om 8 uur 30, tot 6 uur"),
    ("nl", "Saturatie 88% zonder", "Saturatie 88 procent zonder"),
    ("nl", "2 meer dan gisteren", "2 meer dan gisteren"),
]


class SpokenForm(unittest.TestCase):
    def test_each_rule(self):
        for language, written, spoken in CASES:
            with self.subTest(written=written):
                self.assertEqual(spoken_form(written, language), spoken)

    def test_no_sentence_keeps_a_sign_that_engines_misread(self):
        fixtures = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
        for language in ("en", "nl"):
            for line in (
                (fixtures / f"dictation-{language}" / "sentences.tsv")
                .read_text(encoding="utf-8")
                .splitlines()[1:]
            ):
                text = line.split("\t")[1]
                with self.subTest(text=text):
                    self.assertNotRegex(
                        spoken_form(text, language), r"[/%]|\d:\d|\b(mg|mcg|ml|kg|cm|mm|km|mmol)\b"
                    )


if __name__ == "__main__":
    unittest.main()
