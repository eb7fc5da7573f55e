"""Every version of every data file that was published, by the hash of its bytes; nothing is removed."""

import hashlib

from healthplan.desk.folder import ActRefused, desk_folder
from healthplan.release.files import write_whole


def sha256(content: bytes) -> str:
    """The name of a file's bytes in the store."""
    return hashlib.sha256(content).hexdigest()


def store(content: bytes) -> str:
    """Keeps bytes for good and returns their name. Raises OSError."""
    digest = sha256(content)
    path = desk_folder() / "store" / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        write_whole(path, content)
    return digest


def stored(digest: str) -> bytes:
    """The bytes of a name. Raises ActRefused when they are not there whole."""
    path = desk_folder() / "store" / digest
    content = path.read_bytes() if path.is_file() else b""
    if sha256(content) != digest:
        raise ActRefused("desk_store_damaged", name=digest)
    return content
