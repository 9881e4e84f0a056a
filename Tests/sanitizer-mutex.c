// Loaded before a program that ThreadSanitizer watches. Swift's Mutex waits inside a library that was not compiled for
// it: of two threads that contend, it does not see that one comes after the other, and takes what the mutex guards for
// a race. These stand before the library's two functions and tell it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

// There only in programs that it watches.
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

// Synchronization._MutexHandle._lockSlow(UInt32) and ._unlockSlow()
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef SWIFT void (*lock_function)(uint32_t, SELF);
typedef SWIFT void (*unlock_function)(SELF);

SWIFT void told_lock(uint32_t self_id, SELF self) __asm__(LOCK);
SWIFT void told_unlock(SELF self) __asm__(UNLOCK);

SWIFT void told_lock(uint32_t self_id, SELF self) {
  static lock_function real;
  if (!real) real = (lock_function)dlsym(RTLD_NEXT, LOCK);
  real(self_id, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT void told_unlock(SELF self) {
  static unlock_function real;
  if (!real) real = (unlock_function)dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release) __tsan_release(self);
  real(self);
}
