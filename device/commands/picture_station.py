"""A station whose camera is a folder of pictures: `okng run --pictures FOLDER`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import tomli_w

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.cameras.image_folder import files_in_order
from okng.device.settings.settings import DEFAULT_FILE, load_settings
from okng.device.settings.sources import CONFIG_VARIABLE, ENVIRONMENT_PREFIX
from okng.models.errors import OkngError
from okng.models.images.image_files import IMAGE_SUFFIXES

CAMERA_VARIABLE = f"{ENVIRONMENT_PREFIX}CAMERA"
RUN_DIR_VARIABLE = f"{ENVIRONMENT_PREFIX}RUN_DIR"


class PictureStationError(OkngError):
    """The folder can't be the camera; the message says what to do."""


def prepare_picture_station(
    folder: Path,
    config: Path | None,
    data_dir: Path,
    run_dir: Path,
    say: Callable[[str], object],
) -> Path:
    """Makes the folder the camera of this process and of those that it starts.

    Args:
        folder: The pictures.
        config: The settings of a station that has some; None makes one of its own.
        data_dir: Where the station of its own keeps what lasts, its settings among it.
        run_dir: For the sockets of the station of its own.
        say: Told which settings count.

    Returns:
        The settings file.

    Raises:
        PictureStationError: there is no picture in the folder, or the environment has a camera.
        SettingsError: the settings can't be used.
    """
    count = _count_pictures(folder)
    _check_environment()
    camera = FolderCameraSettings(path=folder, step="trigger")
    say(f"{count} pictures of {folder} are played, one for each trigger.")
    if config is None:
        config = data_dir / "okng.toml"
        # The data directory may lie too deep for the path of a socket.
        os.environ.setdefault(RUN_DIR_VARIABLE, str(run_dir))
        if unused := _settings_elsewhere(config):
            say(
                f"The settings in {unused} are not used. To play the pictures on that station: "
                f"okng run --config {unused} --pictures {folder}"
            )
        if not config.exists():
            _write_settings(config, camera)
    replaced = load_settings(config).camera
    if replaced != camera:
        say(
            f"The settings in {config} count, except for the camera: the pictures take the place "
            f"of the one there (type {replaced.type})."
        )
    os.environ[CAMERA_VARIABLE] = camera.model_dump_json()
    return config


def _count_pictures(folder: Path) -> int:
    pictures = _pictures(folder)
    if pictures:
        return len(pictures)
    allowed = ", ".join(IMAGE_SUFFIXES)
    below = sorted(path.name for path in folder.iterdir() if path.is_dir() and _pictures(path))
    advice = f" Name one of its subfolders: {', '.join(below)}." if below else ""
    raise PictureStationError(f"{folder} contains no pictures ({allowed}).{advice}")


def _pictures(folder: Path) -> list[Path]:
    try:
        return [path for path in files_in_order(folder) if path.suffix.lower() in IMAGE_SUFFIXES]
    except OSError as error:
        raise PictureStationError(f"{folder} can't be read: {error.strerror}") from error


def _check_environment() -> None:
    """The environment takes precedence over every file, so it would over the folder, too."""
    named = sorted(name for name in os.environ if name.startswith(CAMERA_VARIABLE))
    if named:
        raise PictureStationError(
            f"the environment names another camera ({', '.join(named)}): remove it from there, or "
            "run without --pictures"
        )


def _settings_elsewhere(own: Path) -> Path | None:
    """The settings file that would be used without `--pictures`; None if there is none."""
    named = os.environ.get(CONFIG_VARIABLE)
    other = Path(named) if named else DEFAULT_FILE
    return other if other.exists() and other.absolute() != own else None


def _write_settings(path: Path, camera: FolderCameraSettings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {
        "data_dir": str(path.parent),
        "camera": camera.model_dump(mode="json", exclude_none=True),
    }
    path.write_text(f"# Written by okng run --pictures.\n{tomli_w.dumps(document)}")
