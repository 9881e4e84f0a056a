import Dossiers
import Files
import Glibc
import Pipeline
import Reception
import Stages
import Storage
import Worker
import Workflow

/// What `hoso doctor` finds, good and bad.
struct MachineFindings {
  struct Finding {
    /// True also for what works and deserves a look all the same.
    let isGood: Bool
    var isNote = false
    let text: String
    let remedy: String?
  }

  private(set) var all: [Finding] = []

  private mutating func good(_ text: String) {
    all.append(Finding(isGood: true, text: text, remedy: nil))
  }

  private mutating func bad(_ text: String, remedy: String) {
    all.append(Finding(isGood: false, text: text, remedy: remedy))
  }

  private mutating func note(_ text: String) {
    all.append(Finding(isGood: true, isNote: true, text: text, remedy: nil))
  }

  /// Starts a host as a worker would, and asks which walls stand around it.
  mutating func lookAtHost() {
    do {
      let layers = try HostCheck.layers(scratch: Scratch.folder)
      good("the stage host starts, with its libraries, fonts and recognition data")
      for layer in layers {
        if layer.isActive {
          good("sandbox, \(layer.name.rawValue): \(layer.detail)")
        } else {
          bad(
            "sandbox, \(layer.name.rawValue): \(layer.detail)",
            remedy: "a kernel with this feature (Debian 12's has it), or a container that allows it")
        }
      }
    } catch {
      bad(
        "the stage host does not start: \(error)",
        remedy: "build both programs and install the packages of: .ci/apt --list run")
    }
  }

  mutating func lookAtHome(_ home: Home, location: StoreLocation?, files: StorageLocation?) {
    guard location != nil || access(home.path, F_OK) == 0 else {
      good("home \(home.path): not made yet; the first command makes it")
      return
    }
    do {
      let installation = try Installation.open(home, location: location, filesLocation: files)
      good("home \(home.path): its store can be read")
      do throws(OfficeFault) {
        let count = try installation.office.procedures.procedures.count
        good("catalogue and calendar: \(count) procedure\(count == 1 ? "" : "s")")
      } catch {
        bad(error.description, remedy: "mend the file: samples/README.md has the format")
      }
      let plan = try installation.activePlan()
      good("plan \(plan.name) (\(plan.id.prefix(12))): \(plan.stages.count) stages")
      for shortcoming in try HostCheck.shortcomings(of: plan, scratch: Scratch.folder) {
        bad("plan \(plan.name): \(shortcoming)", remedy: "install it, or apply a plan without it: hoso pipeline apply")
      }
      if let complaint = try LookupLinks(installation, publicAddress: nil).complaint() { note(complaint) }
      if let files, files.isShared {
        // Whether it is there or not: the server answered, and took our credentials.
        _ = try installation.files.contains(String(repeating: "0", count: 64))
        good("files \(files): the server answers")
      }
      if let space = try installation.files.space() {
        let free = space.freeBytes >> 20
        if free > 1024 {
          good("room on its disk: \(free) MiB")
        } else {
          bad("room on its disk: \(free) MiB", remedy: "make room: below 512 MiB a worker claims nothing")
        }
      }
    } catch {
      bad("home \(home.path): \(Explanation.of(error))", remedy: "mend what it says, then run hoso doctor again")
    }
  }
}
