"""What every Office file of ours keeps to: the same content has the same bytes, and no letter breaks its XML."""

import re
import zipfile
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the package
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def stable_package(package: bytes) -> bytes:
    """The package with one date for all its files, in a fixed order."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def xml_text(text: str) -> str:
    """A text without what XML cannot hold."""
    return NOT_XML.sub("", text)
