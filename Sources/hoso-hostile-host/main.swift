// A stage host that does what a document might make a broken library do. The tests start it in the place of the
// real one and look at what becomes of each attempt.
import Containment
import Glibc

_exit(StageHostProgram.main(CommandLine.arguments) { HostileWork() })
