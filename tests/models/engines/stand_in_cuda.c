/* CUDA's driver interface over the processor's own memory, for tests where there is no GPU.

   Addresses carry a mark, so that one that was not allocated here, or is used as a host's, fails. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MARK ((uint64_t)1 << 62)
enum { OK = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_CONTEXT = 201 };
static const size_t MEMORY = (size_t)1 << 30;
static __thread void *current;
int allocations, streams;

int cuInit(unsigned flags) { return flags ? INVALID_VALUE : OK; }
int cuDeviceGet(int *device, int number) { *device = 7; return number ? INVALID_VALUE : OK; }
int cuDeviceGetName(char *name, int size, int device) {
    strncpy(name, "Stand-in", size);
    return device == 7 ? OK : INVALID_VALUE;
}
int cuDeviceGetAttribute(int *value, int attribute, int device) {
    if (device != 7 || (attribute != 75 && attribute != 76)) return INVALID_VALUE;
    *value = attribute == 75 ? 8 : 7;
    return OK;
}
int cuDevicePrimaryCtxRetain(void **context, int device) {
    *context = &current;
    return device == 7 ? OK : INVALID_VALUE;
}
int cuCtxSetCurrent(void *context) { current = context; return OK; }
int cuGetErrorString(int status, const char **words) {
    *words = status == OUT_OF_MEMORY ? "out of memory" : "invalid";
    return OK;
}
int cuMemAlloc_v2(uint64_t *address, size_t size) {
    if (!current) return INVALID_CONTEXT;
    if (size > MEMORY) return OUT_OF_MEMORY;
    *address = (uint64_t)(uintptr_t)malloc(size) | MARK;
    allocations++;
    return OK;
}
int cuMemFree_v2(uint64_t address) {
    free((void *)(uintptr_t)(address & ~MARK));
    allocations--;
    return OK;
}
int cuMemcpyHtoDAsync_v2(uint64_t to, const void *from, size_t size, void *stream) {
    if (!current) return INVALID_CONTEXT;
    if (!(to & MARK) || !stream) return INVALID_VALUE;
    memcpy((void *)(uintptr_t)(to & ~MARK), from, size);
    return OK;
}
int cuMemcpyDtoHAsync_v2(void *to, uint64_t from, size_t size, void *stream) {
    if (!current) return INVALID_CONTEXT;
    if (!(from & MARK) || !stream) return INVALID_VALUE;
    memcpy(to, (void *)(uintptr_t)(from & ~MARK), size);
    return OK;
}
int cuStreamCreate(void **stream, unsigned flags) {
    *stream = malloc(1);
    streams++;
    return flags == 1 ? OK : INVALID_VALUE;
}
int cuStreamSynchronize(void *stream) { return stream ? OK : INVALID_VALUE; }
int cuStreamDestroy_v2(void *stream) { free(stream); streams--; return OK; }
