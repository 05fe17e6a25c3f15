"""CUDA driver API: device memory, copies and streams of an NVIDIA GPU.

`libcuda.so.1` comes with the driver, on a Jetson as on a workstation, and its functions have kept
their names and arguments since CUDA 4. The alternatives need an installation: the runtime library
is another file in every CUDA version, PyCUDA has to be compiled, and NVIDIA's `cuda-python` follows
CUDA's versions. TensorRT works in the primary context that is retained here.
"""

from __future__ import annotations

import ctypes
import weakref
from ctypes import byref, c_char_p, c_int, c_size_t, c_uint, c_uint64, c_void_p
from typing import Any

from okng.models.arrays import AnyArray
from okng.models.engines.engine import EngineMissingError
from okng.models.errors import OkngError

LIBRARY = "libcuda.so.1"

COMPUTE_CAPABILITY_MAJOR, COMPUTE_CAPABILITY_MINOR = 75, 76
"""`CUdevice_attribute` numbers of the driver's interface."""

NON_BLOCKING = 1
"""`CU_STREAM_NON_BLOCKING`: does not wait for the default stream."""

_ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "cuInit": (c_uint,),
    "cuDeviceGet": (c_void_p, c_int),
    "cuDeviceGetName": (c_char_p, c_int, c_int),
    "cuDeviceGetAttribute": (c_void_p, c_int, c_int),
    "cuDevicePrimaryCtxRetain": (c_void_p, c_int),
    "cuCtxSetCurrent": (c_void_p,),
    "cuGetErrorString": (c_int, c_void_p),
    "cuMemAlloc_v2": (c_void_p, c_size_t),
    "cuMemFree_v2": (c_uint64,),
    "cuMemcpyHtoDAsync_v2": (c_uint64, c_void_p, c_size_t, c_void_p),
    "cuMemcpyDtoHAsync_v2": (c_void_p, c_uint64, c_size_t, c_void_p),
    "cuStreamCreate": (c_void_p, c_uint),
    "cuStreamSynchronize": (c_void_p,),
    "cuStreamDestroy_v2": (c_void_p,),
}


class CudaError(OkngError, RuntimeError):
    """A failed call of the driver; the message has the function and the driver's text."""


class DeviceMemory:
    """Memory on the GPU, freed together with this object."""

    def __init__(self, device: CudaDevice, size: int) -> None:
        address = c_uint64()
        device.call("cuMemAlloc_v2", byref(address), size)
        self.address = address.value
        _release_with(self, device, "cuMemFree_v2", c_uint64(self.address))


class CudaStream:
    """A CUDA stream of copies and computations, destroyed together with this object."""

    def __init__(self, device: CudaDevice) -> None:
        handle = c_void_p()
        device.call("cuStreamCreate", byref(handle), NON_BLOCKING)
        self._device = device
        self.handle = handle.value or 0
        _release_with(self, device, "cuStreamDestroy_v2", c_void_p(self.handle))

    def copy_to_device(self, memory: DeviceMemory, array: AnyArray) -> None:
        """Queue a copy of a contiguous array, which must live until `wait`."""
        self._device.call(
            "cuMemcpyHtoDAsync_v2", memory.address, array.ctypes.data, array.nbytes, self.handle
        )

    def copy_from_device(self, array: AnyArray, memory: DeviceMemory) -> None:
        """Queue a copy into a contiguous array, which is filled after `wait`."""
        self._device.call(
            "cuMemcpyDtoHAsync_v2", array.ctypes.data, memory.address, array.nbytes, self.handle
        )

    def wait(self) -> None:
        """Block until all queued work is done."""
        self._device.call("cuStreamSynchronize", self.handle)


class CudaDevice:
    """The first GPU, with its primary context current in the calling thread."""

    def __init__(self, library: str = LIBRARY) -> None:
        """Open the GPU; raises `EngineMissingError` without a driver or a GPU."""
        try:
            self._driver = ctypes.CDLL(library)
        except OSError:
            raise EngineMissingError(
                f"no NVIDIA GPU: its driver, {library}, is not installed"
            ) from None
        for name, arguments in _ARGUMENTS.items():
            getattr(self._driver, name).argtypes = arguments
        device, context = c_int(), c_void_p()
        try:
            self.call("cuInit", 0)
            self.call("cuDeviceGet", byref(device), 0)
            self._number = device.value
            self.call("cuDevicePrimaryCtxRetain", byref(context), self._number)
        except CudaError as error:
            raise EngineMissingError(f"no NVIDIA GPU that could be used: {error}") from None
        self._context = context
        self.make_current()

    def make_current(self) -> None:
        """Make the context current in the calling thread, where that did not create it."""
        self.call("cuCtxSetCurrent", self._context)

    @property
    def compute_capability(self) -> tuple[int, int]:
        """Compute capability of the GPU, such as (8, 7) for Jetson Orin."""
        major, minor = c_int(), c_int()
        self.call("cuDeviceGetAttribute", byref(major), COMPUTE_CAPABILITY_MAJOR, self._number)
        self.call("cuDeviceGetAttribute", byref(minor), COMPUTE_CAPABILITY_MINOR, self._number)
        return major.value, minor.value

    def __str__(self) -> str:
        name = ctypes.create_string_buffer(256)
        self.call("cuDeviceGetName", name, len(name), self._number)
        major, minor = self.compute_capability
        return f"{name.value.decode(errors='replace')} (SM {major}.{minor})"

    def call(self, function: str, *arguments: Any) -> None:
        """Call a function of the driver; raises `CudaError` unless it succeeds."""
        status = getattr(self._driver, function)(*arguments)
        if status:
            words = c_char_p()
            self._driver.cuGetErrorString(status, byref(words))
            message = words.value.decode() if words.value else "unknown"
            raise CudaError(f"{function}: error {status}, {message}")


def _release_with(owner: object, device: CudaDevice, function: str, resource: Any) -> None:
    """Release a resource when its owner is collected; the end of the process releases the rest."""

    def release() -> None:
        device.make_current()
        device.call(function, resource)

    weakref.finalize(owner, release).atexit = False
