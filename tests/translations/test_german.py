"""The translation files are complete and sound: nothing missing, unfinished or left over; placeholders kept; and what
reads the same in both languages does so on purpose."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "translations"
SAME_IN_GERMAN = pathlib.Path(__file__).with_name("same_in_german.txt")


def messages(file):
    """{(context, source, comment): [translations]} of a .ts file; an unfinished or empty one gives an empty list."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            done = translation.get("type") is None and all(forms)
            found[name, message.findtext("source"), message.findtext("comment")] = forms if done else []
    return found


def placeholders(text):
    return sorted(re.findall(r"%L?(?:\d+|n)", text))


def faults(source, translation):
    """What is wrong with a translation as a text."""
    wrong = []
    if placeholders(source) != placeholders(translation):
        wrong.append("its placeholders differ")
    if source.count("&") != translation.count("&"):
        wrong.append("its mnemonics differ")
    if re.search(r"[.:…?]?$", source).group() != re.search(r"[.:…?]?$", translation).group():
        wrong.append("it ends otherwise")
    if (source[:1].isspace(), source[-1:].isspace()) != (translation[:1].isspace(), translation[-1:].isspace()):
        wrong.append("its blanks at the ends differ")
    if "!" in translation and "!" not in source:
        wrong.append("it shouts")
    return wrong


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            for file in TRANSLATIONS.glob("*.ts"):
                shutil.copy(file, folder)
            subprocess.run([TRANSLATIONS / "update", folder], check=True, capture_output=True)
            cls.updated = {file.name: messages(file) for file in pathlib.Path(folder).glob("*.ts")}
        cls.german = messages(TRANSLATIONS / "idscope_de.ts")

    def test_every_text_of_the_sources_is_translated_and_none_is_left_over(self):
        self.assertGreater(len(self.updated["idscope_de.ts"]), 100)
        for name, wanted in self.updated.items():
            kept = messages(TRANSLATIONS / name)
            with self.subTest(name):
                self.assertEqual(sorted(wanted.keys() - kept.keys(), key=str), [], "missing: run translations/update")
                self.assertEqual(sorted(kept.keys() - wanted.keys(), key=str), [], "left over: run translations/update")
                self.assertEqual([key for key, forms in kept.items() if not forms], [], "unfinished")

    def test_translations_keep_what_they_must(self):
        for (context, source, _), forms in self.german.items():
            for form in forms:
                with self.subTest(context=context, source=source, translation=form):
                    self.assertEqual(faults(source, form), [])

    def test_what_reads_the_same_is_on_the_list(self):
        same = {source for (_, source, _), forms in self.german.items() if source in forms}
        listed = set(SAME_IN_GERMAN.read_text(encoding="utf-8").splitlines())
        self.assertEqual(same - listed, set(), "equal to the English, but not in same_in_german.txt")
        self.assertEqual(listed - same, set(), "in same_in_german.txt for nothing")


class Checks(unittest.TestCase):
    def test_faults_are_seen(self):
        self.assertEqual(faults("%1 of %n", "%n von %1"), [])
        self.assertEqual(faults("%1 rows", "Zeilen"), ["its placeholders differ"])
        self.assertEqual(faults("&File", "Datei"), ["its mnemonics differ"])
        self.assertEqual(faults("Done.", "Fertig"), ["it ends otherwise"])
        self.assertEqual(faults("Open", "Öffnen…"), ["it ends otherwise"])
        self.assertEqual(faults("a ", "b"), ["its blanks at the ends differ"])
        self.assertEqual(faults("Done", "Fertig!"), ["it shouts"])

    def test_unfinished_is_seen(self):
        with tempfile.NamedTemporaryFile("w", suffix=".ts", encoding="utf-8") as file:
            file.write('<TS><context><name>C</name>'
                       '<message><source>a</source><translation type="unfinished">x</translation></message>'
                       '<message><source>b</source><translation></translation></message>'
                       '<message numerus="yes"><source>c</source><translation><numerusform>x</numerusform>'
                       '<numerusform></numerusform></translation></message>'
                       '<message><source>d</source><translation>x</translation></message></context></TS>')
            file.flush()
            self.assertEqual([bool(forms) for forms in messages(file.name).values()], [False, False, False, True])


if __name__ == "__main__":
    unittest.main()
