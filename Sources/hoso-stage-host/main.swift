import Containment
import Glibc

// _exit: the libraries' own cleaning up at exit would only cost time.
_exit(StageHostProgram.main(CommandLine.arguments) { ReadingWork() })
