# SPDX-License-Identifier: Apache-2.0
"""What a synthesiser is given to say for a written clinical sentence.

The written sentence stays the reference. Engines misread units, fractions and times, and each in
its own way; a clinician says "fifty milligrams", so that is what they are given. Rules apply from
top to bottom, once each; numbers stay digits, because every engine reads those well.
"""

import re

# After a number only: "g" and "%" mean nothing elsewhere. Singular after exactly 1.
UNITS = {
    "en": {
        "mmol/l": ("millimole per litre", "millimoles per litre"),
        "mmol": ("millimole", "millimoles"),
        "mcg": ("microgram", "micrograms"),
        "mg": ("milligram", "milligrams"),
        "kg": ("kilogram", "kilograms"),
        "g": ("gram", "grams"),
        "ml": ("millilitre", "millilitres"),
        "mm": ("millimetre", "millimetres"),
        "cm": ("centimetre", "centimetres"),
        "km": ("kilometre", "kilometres"),
        "%": ("percent", "percent"),
    },
    "nl": {
        "mcg": ("microgram", "microgram"),
        "mg": ("milligram", "milligram"),
        "kg": ("kilogram", "kilogram"),
        "g": ("gram", "gram"),
        "ml": ("milliliter", "milliliter"),
        "mm": ("millimeter", "millimeter"),
        "cm": ("centimeter", "centimeter"),
        "km": ("kilometer", "kilometer"),
        "%": ("procent", "procent"),
    },
}

RULES = {
    "en": [
        (r"(\d+)/(\d+)", r"\1 over \2"),  # blood pressure 120/80
        (r"\b(\d{1,2}):00\b", r"\1 o'clock"),
        (r"\b(\d{1,2}):0(\d)\b", r"\1 oh \2"),
        (r"\b(\d{1,2}):(\d\d)\b", r"\1 \2"),
        (r"\bB12\b", "B 12"),
        (r"\bX-ray\b", "X ray"),
        (r"\b(GP|INR|ECG|CT|MRI)\b", lambda m: " ".join(m[1])),  # spelt out, letter by letter
    ],
    "nl": [
        (r"(\d+)/(\d+)", r"\1 over \2"),
        (r"\b(\d{1,2}):00\b", r"\1 uur"),
        (r"\b(\d{1,2}):0?(\d{1,2})\b", r"\1 uur \2"),
    ],
}


def spoken_form(text: str, language: str) -> str:
    units = UNITS[language]
    longest_first = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))

    def say_unit(match: re.Match) -> str:
        singular, plural = units[match[2]]
        return f"{match[1]} {singular if match[1] == '1' else plural}"

    text = re.sub(rf"(?<![\w.,])(\d+(?:[.,]\d+)?) ?({longest_first})(?!\w)", say_unit, text)
    for pattern, replacement in RULES[language]:
        text = re.sub(pattern, replacement, text)
    return text
