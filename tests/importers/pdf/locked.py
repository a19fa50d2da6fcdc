"""Locks an invented PDF with a password: the standard handler of PDF 1.4, revision 2, RC4 with 40 bits."""

import hashlib
import re

from tests.importers.pdf.paper import Sheet, pdf

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_KEY = 5
_MAY = 0xFFFFFFFC
_FILE_ID = b"invented-file-id"
_STREAM = re.compile(rb"(\d+) 0 obj\n(<<[^\n]*>>)stream\n(.*?)\nendstream", re.S)


def locked(sheet: Sheet, password: str) -> bytes:
    """The file with one page, its streams encrypted. Passwords are read as UTF-8, as the engine does."""
    user = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:_KEY], user)
    seed = user + owner + _MAY.to_bytes(4, "little") + _FILE_ID
    key = hashlib.md5(seed).digest()[:_KEY]
    entry = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{_rc4(key, _PADDING).hex()}>"
        f"/P {_MAY - (1 << 32)}>>/ID[<{_FILE_ID.hex()}><{_FILE_ID.hex()}>]"
    )

    def encrypted(stream: re.Match[bytes]) -> bytes:
        number = int(stream[1]).to_bytes(3, "little") + b"\0\0"
        secret = _rc4(hashlib.md5(key + number).digest()[: _KEY + 5], stream[3])
        return b"%s 0 obj\n%sstream\n%s\nendstream" % (stream[1], stream[2], secret)

    return _STREAM.sub(encrypted, pdf(sheet, extra=entry))


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
