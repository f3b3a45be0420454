"""An archive sealed with a passphrase: pieces of AES-256-GCM under a key made by scrypt.

Each piece's nonce is its number and whether it is the last: none can be dropped, repeated or moved unseen (the STREAM
construction, https://eprint.iacr.org/2015/189).
"""

from __future__ import annotations

import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.backups.errors import BackupError

MAGIC = b"AGB1"
SALT_BYTES = 16
PIECE_BYTES = 1 << 20
TAG_BYTES = 16


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    # 64 MB and half a second a guess (RFC 7914).
    return AESGCM(Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(passphrase.encode()))


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def seal(source: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    """Copy `source` to `target`, sealed."""
    salt = os.urandom(SALT_BYTES)
    cipher = _cipher(passphrase, salt)
    target.write(MAGIC + salt)
    number, piece = 0, source.read(PIECE_BYTES)
    while True:
        following = source.read(PIECE_BYTES)
        target.write(cipher.encrypt(_nonce(number, not following), piece, None))
        if not following:
            return
        number, piece = number + 1, following


def unseal(source: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    """Copy what `seal` wrote, opened.

    Raises:
        BackupError: another passphrase sealed it, or it is not whole.
    """
    cipher = _cipher(passphrase, source.read(len(MAGIC) + SALT_BYTES)[len(MAGIC) :])
    number, piece = 0, source.read(PIECE_BYTES + TAG_BYTES)
    while True:
        following = source.read(PIECE_BYTES + TAG_BYTES)
        try:
            target.write(cipher.decrypt(_nonce(number, not following), piece, None))
        except InvalidTag as error:
            raise BackupError("the passphrase is not the one it was sealed with, or the file is damaged") from error
        if not following:
            return
        number, piece = number + 1, following


def is_sealed(source: BinaryIO) -> bool:
    """Tell whether a file begins as a sealed one; it is read from its start again."""
    head = source.read(len(MAGIC))
    source.seek(0)
    return head == MAGIC
