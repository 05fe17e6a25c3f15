"""Maps the four code folders to the packages `okng.*`; all else is in pyproject.toml."""

from setuptools import find_packages, setup

FOLDERS = ("device", "webui", "models", "cloud_sync")


def subpackages(folder: str) -> list[str]:
    """The packages of one folder of the top level, with itself."""
    return [f"okng.{folder}", *(f"okng.{folder}.{name}" for name in find_packages(folder))]


setup(
    packages=[package for folder in FOLDERS for package in subpackages(folder)],
    package_dir={f"okng.{folder}": folder for folder in FOLDERS},
)
