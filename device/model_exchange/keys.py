"""The station's signing key, and the public keys of those from whom it takes models."""

from __future__ import annotations

from pathlib import Path

from okng.models.atomic_files import exclusive, make_folder, sync_folder, write_files
from okng.models.exchange.errors import PackageError
from okng.models.exchange.signatures import PublicKey, SigningKey
from okng.models.names import checked_name

FOLDER = "keys"
THIS_STATION = "this-station"
"""The name under which the station trusts its own packages."""
_PRIVATE = "signing.key"
_TRUSTED = "trusted"


class ModelKeys:
    """The keys of one data directory, a file each, for the station's user alone."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def signing_key(self) -> SigningKey:
        """The station's private key; made at its first use.

        Raises:
            PackageError: its file is damaged, or the package for it isn't installed.
        """
        path = self._folder / _PRIVATE
        make_folder(self._folder)
        with exclusive(self._folder):
            if not path.exists():
                write_files([(path, SigningKey.generate().to_bytes())])
            try:
                return SigningKey.from_bytes(path.read_bytes())
            except ValueError as error:
                raise PackageError(
                    f"{path} is damaged: {error}. Restore it, or remove it: a new key is made, "
                    "which the other stations have to trust anew"
                ) from None

    def trusted(self) -> dict[str, PublicKey]:
        """Whom the station takes models from, by name, itself included.

        Raises:
            PackageError: a file is damaged.
        """
        keys = {THIS_STATION: self.signing_key().public}
        for path in sorted((self._folder / _TRUSTED).glob("*.pub")):
            keys[path.stem] = PublicKey.parse(path.read_text(encoding="utf-8"))
        return keys

    def trust(self, name: str, key: PublicKey) -> None:
        """Takes models from now on that this key signed.

        Raises:
            PackageError: the name can't be used, or stands for another key.
        """
        path = self._path(name)
        if existing := self.trusted().get(path.stem):
            if existing == key:
                return
            raise PackageError(
                f"{name!r} stands for another key; distrust that one first, or use another name"
            )
        write_files([(path, f"{key}\n".encode())])

    def distrust(self, name: str) -> None:
        """Takes no more models of this name's key; those that are there stay.

        Raises:
            PackageError: no key is trusted under the name.
        """
        path = self._path(name)
        if not path.exists():
            names = ", ".join(sorted(self.trusted()))
            raise PackageError(f"no key is trusted under the name {name!r}; there are: {names}")
        path.unlink()
        sync_folder(path.parent)

    def _path(self, name: str) -> Path:
        try:
            name = checked_name(name)
        except ValueError as error:
            raise PackageError(f"{name[:80]!r} can't name a key: {error}") from None
        if name == THIS_STATION:
            raise PackageError(f"{THIS_STATION!r} is the station's own key, which it always trusts")
        return self._folder / _TRUSTED / f"{name}.pub"
