# SPDX-License-Identifier: Apache-2.0
"""Compares normalise_lines with the normalisers of openai-whisper; see tests/whisper_peer."""
import importlib.util
import pathlib
import random
import subprocess
import sys
import sysconfig

PROGRAM, ROOT, COUNT = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
FOLDER = pathlib.Path(sysconfig.get_path("purelib"), "whisper", "normalizers")


def normalisers():
    """The package whisper.normalizers without whisper itself, which wants torch."""
    spec = importlib.util.spec_from_file_location(
        "normalizers", FOLDER / "__init__.py", submodule_search_locations=[str(FOLDER)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["normalizers"] = module
    spec.loader.exec_module(module)
    return module


WHISPER = normalisers()

CLINICAL = """metoprolol furosemide paracetamol insulin warfarin oedema haemoglobin diarrhoea anaemia
tumour colour centre paediatric anaesthetised oesophagus BP HR RR SpO2 HER2+ Na+ K+ V2 ST CRP COVID-19
mm cm mg ml mcg IE mmol/L 10^9/L bpm daily nocte left right no not without denies fever pain cough knee
nodule wound dressing Mr. Mrs Dr. Prof St. gen rep col no. of pt's patient's doesn't can't won't he's she's
it's I'm we've they'd been 's got 't 'n uh um hmm mm mhm gonna wanna (left) [noise] <unk> (no change) () ( )
per cent percent % euros euro dollars dollar cents cent pounds pound plus minus negative positive point and
double triple half a hundred hundreds hundredth thousand million millions billion trillion decillion
zero oh o first second third fifth ninth nineth tenth twelfth twentieth twenties ones twos sixes tens
1960s 3x 2nd 3 rd 20 th 5 s 120/80 38,5 2,5 1.500 1.1 -5 +3 <38 >94% ≥ ½ 1½ 10² ² ± ° 30% 30 % $2 $2.07 ¢7
$20 $0.07 €5 £3 $1 1,000 1,2,3 1 1s 0 007 5.0 .5 12:30 12-03-2024 3-4 a.m. i.v. e.g. ... .. , ; : ! ? - – —
patiënt één café CAFÉ cafe\u0301 œdema Ørsted æ ß łódź smörgås naïve µg μg ﬁne ＡＢ ① ㎎ ℃ n\u00b0 \u00a0 \u200b
\u00ad \u2028 😀 العربية हिन्दी 中文 K+ Ca2+ O'Brien d'r z'n m'n 's morgens bloeddruk tachtig graden
geen koorts niet benauwd links rechts pijn op de borst mevrouw meneer tweeëntwintig anderhalve"""
# Not at every white space: some of it is a word here.
CLINICAL = CLINICAL.replace("\n", " ").split(" ")
NUMBERS = """zero oh o one two three four five six seven eight nine ten eleven twelve thirteen nineteen twenty
thirty forty ninety hundred thousand million billion trillion quadrillion decillion ones twos sixes tens first
second third fifth ninth tenth twentieth forties hundreds thousandth and a half point double triple minus plus
per cent percent dollars cents euros pound 0 1 2 5 7 10 12 20 100 1000 2.5 0.5 1.0 .5 05 $2 $0.5 €1 ¢7 1,000
mg of""".split()
SPELLINGS = [line.split("\t")[0] for line in
             (ROOT / "metrics/text/whisper_spellings.tsv").read_text().splitlines()
             if not line.startswith("#")]


def sentences():
    for language in ("en", "nl"):
        for line in (ROOT / f"fixtures/dictation-{language}/sentences.tsv").read_text().splitlines():
            yield line
    chance = random.Random(20250625)
    pairs = CLINICAL + NUMBERS
    for number in range(COUNT):
        words = (CLINICAL, NUMBERS, pairs)[number % 3]
        glue = chance.choice([" ", " ", " ", " ", ", ", ". ", "", "-", "  ", "'", " '", "\t"])
        yield glue.join(chance.choice(words) for _ in range(chance.randrange(1, 14)))
    # Each British spelling, alone and in a sentence.
    for word in SPELLINGS:
        yield f"{word} {word.upper()}, the {word}'s"


def ours(name, texts):
    done = subprocess.run([PROGRAM, name], input="\n".join(texts) + "\n", capture_output=True,
                          text=True, check=True, encoding="utf-8")
    return done.stdout.split("\n")[:-1]


def compare(name, theirs, texts):
    mine = ours(name, texts)
    peers = [" ".join(theirs(text).split()) for text in texts]
    different = [(text, one, other) for text, one, other in zip(texts, mine, peers, strict=True)
                 if one != other]
    print(f"{name:18} {len(texts) - len(different):6} of {len(texts)} texts agree")
    for text, one, other in different[:5]:
        print(f"  {text!r}\n    ours   {one!r}\n    theirs {other!r}")
    return bool(different)


all_texts = list(sentences())
failed = compare("whisper-english", WHISPER.EnglishTextNormalizer(), all_texts)
failed |= compare("whisper-basic", WHISPER.BasicTextNormalizer(), all_texts)
sys.exit(failed)
