import CSeccomp
import Glibc

/// A seccomp filter: which system calls pass, which are refused, and which end the process.
struct SystemCallFilter {
  enum Answer {
    case allow
    /// SIGSYS: nothing honest does this.
    case trap
    case refuse(Int32)
  }

  struct Rule {
    let answer: Answer
    let call: String
    /// All must hold; none: whatever the arguments.
    var conditions: [scmp_arg_cmp] = []
  }

  /// What becomes of calls that no rule names.
  let otherwise: Answer
  let rules: [Rule]

  /// Binds every thread of the process.
  func load() throws(WallError) -> String {
    guard let context = seccomp_init(Self.action(otherwise)) else {
      throw WallError(doing: "making a system-call filter", code: ENOMEM)
    }
    defer { seccomp_release(context) }
    // Optional: a tree instead of a list, where libseccomp knows how (2.5).
    _ = seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2)
    try check("binding all threads", seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1))
    var count = 0
    for rule in rules {
      let number = seccomp_syscall_resolve_name(rule.call)
      // Another processor's or a younger kernel's call: nothing to do.
      if number == __NR_SCMP_ERROR || number < 0 { continue }
      let code = rule.conditions.withUnsafeBufferPointer { conditions in
        seccomp_rule_add_array(
          context, Self.action(rule.answer), number, UInt32(conditions.count), conditions.baseAddress)
      }
      // EACCES: the rule says what holds anyway.
      if code != -EACCES { try check("the rule for \(rule.call)", code) }
      count += 1
    }
    try check("loading the system-call filter", seccomp_load(context))
    return "\(count) rules"
  }

  private func check(_ doing: String, _ code: Int32) throws(WallError) {
    if code != 0 { throw WallError(doing: doing, code: -code) }
  }

  private static func action(_ answer: Answer) -> UInt32 {
    switch answer {
    case .allow: hoso_seccomp_allow
    case .trap: hoso_seccomp_trap
    case .refuse(let code): hoso_seccomp_answer(UInt16(truncatingIfNeeded: code))
    }
  }
}
