# SPDX-License-Identifier: Apache-2.0
"""Files are written whole or not at all."""

import json
import pathlib


def write_whole(path: pathlib.Path, text: str) -> None:
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def write_lines(path: pathlib.Path, records: list[dict]) -> None:
    write_whole(path, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
