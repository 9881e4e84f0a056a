#pragma once
#include <linux/prctl.h>
#include <linux/sched.h>
#include <seccomp.h>

/// SCMP_ACT_ERRNO is a macro with an argument, which Swift does not import.
static inline uint32_t hoso_seccomp_answer(uint16_t code) { return SCMP_ACT_ERRNO(code); }
static const uint32_t hoso_seccomp_allow = SCMP_ACT_ALLOW;
static const uint32_t hoso_seccomp_trap = SCMP_ACT_TRAP;

/// One condition on an argument: `(argument & mask) == value`.
static inline struct scmp_arg_cmp hoso_seccomp_masked(unsigned int argument, uint64_t mask, uint64_t value) {
  struct scmp_arg_cmp comparison = {argument, SCMP_CMP_MASKED_EQ, mask, value};
  return comparison;
}

static inline struct scmp_arg_cmp hoso_seccomp_differs(unsigned int argument, uint64_t value) {
  struct scmp_arg_cmp comparison = {argument, SCMP_CMP_NE, value, 0};
  return comparison;
}

/// Of clone's flags: a thread, not a process.
static const uint64_t hoso_clone_thread = CLONE_THREAD;
static const uint64_t hoso_prctl_set_name = PR_SET_NAME;
